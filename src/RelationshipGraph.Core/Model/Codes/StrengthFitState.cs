using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Whether fitted constants are used.</summary>
[Description("Whether fitted constants are used.")]
public enum StrengthFitState : byte
{
    [Description("They were fitted and are not used.")]
    Proposed = 1,

    [Description("Strengths are worked out with them.")]
    InForce = 2,

    [Description("They were used, and are no longer.")]
    Withdrawn = 3,
}
