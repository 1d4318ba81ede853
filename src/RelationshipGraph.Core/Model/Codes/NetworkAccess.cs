using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>How one becomes a member.</summary>
[Description("How one becomes a member.")]
public enum NetworkAccess : byte
{
    [Description("Anyone may join.")]
    Open = 1,

    [Description("One applies and is accepted or not.")]
    Application = 2,

    [Description("Members invite.")]
    Invitation = 3,
}
