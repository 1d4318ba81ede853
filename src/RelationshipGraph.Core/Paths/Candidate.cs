namespace RelationshipGraph.Paths;

/// <summary>Somebody at two steps, as far as has been looked.</summary>
internal struct Candidate
{
    /// <summary>What all common contacts together speak for the tie, in <see cref="FixedPoint"/>.</summary>
    public long Score;

    /// <summary>Common contacts.</summary>
    public int Common;

    /// <summary>The common contact looked at last, and one: so that several ties to one person count once.</summary>
    public int Last;

    /// <summary>What that one's tie to the person costs.</summary>
    public long LastCost;
}
