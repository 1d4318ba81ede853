using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What became of a recommendation.</summary>
[Description("What became of a recommendation.")]
public enum RecommendationState : byte
{
    [Description("Shown, nothing done.")]
    Shown = 1,

    [Description("Followed.")]
    Accepted = 2,

    [Description("Turned down.")]
    Dismissed = 3,
}
