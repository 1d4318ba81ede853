using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What was recommended.</summary>
[Description("What was recommended.")]
public enum RecommendationKind : byte
{
    [Description("A network to join.")]
    Network = 1,

    [Description("Whom to send.")]
    Ambassador = 2,

    [Description("Whom to meet.")]
    Contact = 3,
}
