using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What we gave a network.</summary>
[Description("What we gave a network.")]
public enum ContributionKind : byte
{
    [Description("Sent somebody business.")]
    Referral = 1,

    [Description("Helped a member.")]
    Help = 2,

    [Description("Gave a talk.")]
    Talk = 3,

    [Description("Hosted a meeting.")]
    Hosting = 4,

    [Description("Shared knowledge.")]
    Input = 5,
}
