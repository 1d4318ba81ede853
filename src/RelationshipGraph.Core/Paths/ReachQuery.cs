using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>From whom it is counted who is within reach.</summary>
/// <param name="From">The person; null: all employees who still work here, together.</param>
/// <param name="AsOf">The day on which ties hold and memberships have begun.</param>
public sealed record ReachQuery(RecordId? From, DateOnly AsOf)
{
    /// <summary>Hops, from 1 to <see cref="Limits.PathHopsMax"/>.</summary>
    public int HopsMax { get; init; } = 2;

    /// <summary>What a path must score at least to count, from 0 to 1.</summary>
    public TieStrength ScoreMin { get; init; }

    /// <summary>What each hop after the first costs the score as a factor: above 0, at most 1.</summary>
    public double HopDiscount { get; init; } = .8;

    /// <summary>By what people may be joined.</summary>
    public Through Through { get; init; } = Through.All;
}
