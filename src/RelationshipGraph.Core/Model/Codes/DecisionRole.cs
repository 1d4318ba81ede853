using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>A person's part in a buying decision.</summary>
[Description("A person's part in a buying decision.")]
public enum DecisionRole : byte
{
    [Description("Decides.")]
    DecisionMaker = 1,

    [Description("Is listened to.")]
    Influencer = 2,

    [Description("Speaks for us inside.")]
    Champion = 3,

    [Description("Controls access.")]
    Gatekeeper = 4,

    [Description("Will use what is bought.")]
    User = 5,

    [Description("Works against it.")]
    Blocker = 6,

    [Description("Has no part.")]
    None = 7,
}
