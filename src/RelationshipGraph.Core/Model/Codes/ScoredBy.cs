using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What forecast which ties act again.</summary>
[Description("What forecast which ties act again.")]
public enum ScoredBy : byte
{
    [Description("The formula with the constants that the product comes with.")]
    Shipped = 1,

    [Description("The formula with the constants in force before, where those were fitted.")]
    InForce = 2,

    [Description("The formula with the fitted constants.")]
    Fitted = 3,

    [Description("The number of contacts.")]
    Count = 4,

    [Description("How long ago the last contact was.")]
    Recency = 5,

    [Description("The number of contacts, each halved with every half-life.")]
    DecayedCount = 6,
}
