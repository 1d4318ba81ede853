namespace RelationshipGraph.Indexing;

/// <summary>A tie seen from one of its ends. Sorted: what everyone may see first, then the strongest first.</summary>
internal readonly struct Arc : IComparable<Arc>
{
    private const int TieMask = ComputedBit - 1;
    private const int ComputedBit = 1 << 29;
    private const int HiddenBit = 1 << 30;
    private const int PeriodBit = int.MinValue;

    private readonly int _tie;

    /// <param name="cost">The <see cref="HopCost"/> of the tie's strength.</param>
    /// <param name="person">The other end.</param>
    /// <param name="tie">The tie's number, below 2²⁹.</param>
    /// <param name="isPublic">Whether everyone may see the tie and both of its ends.</param>
    /// <param name="hasPeriod">Whether it holds on some days only.</param>
    public Arc(long cost, int person, int tie, bool isPublic, bool hasPeriod)
        : this(cost, person, tie | (isPublic ? 0 : HiddenBit) | (hasPeriod ? PeriodBit : 0))
    {
    }

    private Arc(long cost, int person, int tie) => (Cost, Person, _tie) = (cost, person, tie);

    public long Cost { get; }

    public int Person { get; }

    public int Tie => _tie & TieMask;

    public bool IsPublic => (_tie & HiddenBit) == 0;

    public bool HasPeriod => _tie < 0;

    /// <summary>Whether it was worked out for the view's day; else its tie is one that was written down.</summary>
    public bool IsComputed => (_tie & ComputedBit) != 0;

    /// <summary>A tie that was worked out, by its number among those.</summary>
    public static Arc Computed(long cost, int person, int tie, bool isPublic) =>
        new(cost, person, tie | ComputedBit | (isPublic ? 0 : HiddenBit));

    public Arc Seen(bool isPublic) => new(Cost, Person, isPublic ? _tie & ~HiddenBit : _tie | HiddenBit);

    public int CompareTo(Arc other)
    {
        var byPublic = (_tie & HiddenBit).CompareTo(other._tie & HiddenBit);
        var byCost = byPublic != 0 ? byPublic : Cost.CompareTo(other.Cost);
        return byCost != 0 ? byCost : Person.CompareTo(other.Person);
    }
}
