using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>What is known of a tie on one channel at one moment.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Pair">What the pair's contacts until the moment add up to.</param>
/// <param name="NowActive">The moment on the source's active clock, in horizons.</param>
/// <param name="HistoryHorizons">How long the source has been seen by then, in horizons.</param>
public sealed record ChannelMoment(Channel Channel, PairState Pair, double NowActive, double HistoryHorizons)
{
    /// <summary>The acts of the pair's first person towards anybody. Unknown: those with the second are all.</summary>
    public PersonState First { get; init; }

    /// <summary>The acts of the pair's second person towards anybody. Unknown: those with the first are all.</summary>
    public PersonState Second { get; init; }

    /// <summary>Whether both are known to sit in the same unit.</summary>
    public bool IsSameUnit { get; init; }
}
