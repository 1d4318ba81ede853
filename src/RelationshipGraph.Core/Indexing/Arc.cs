namespace RelationshipGraph.Indexing;

/// <summary>A tie seen from one of its ends. Sorted: what everyone may see first, then the strongest first.</summary>
internal readonly struct Arc : IComparable<Arc>
{
    private const int TieMask = HiddenBit - 1;
    private const int HiddenBit = 1 << 30;
    private const int PeriodBit = int.MinValue;

    private readonly int _tie;

    /// <param name="cost">The <see cref="HopCost"/> of the tie's strength.</param>
    /// <param name="person">The other end.</param>
    /// <param name="tie">The tie's number, below 2³⁰.</param>
    /// <param name="isPublic">Whether everyone may see the tie and both of its ends.</param>
    /// <param name="hasPeriod">Whether it holds on some days only.</param>
    public Arc(long cost, int person, int tie, bool isPublic, bool hasPeriod)
    {
        Cost = cost;
        Person = person;
        _tie = tie | (isPublic ? 0 : HiddenBit) | (hasPeriod ? PeriodBit : 0);
    }

    public long Cost { get; }

    public int Person { get; }

    public int Tie => _tie & TieMask;

    public bool IsPublic => (_tie & HiddenBit) == 0;

    public bool HasPeriod => _tie < 0;

    public Arc Seen(bool isPublic) => new(Cost, Person, Tie, isPublic, HasPeriod);

    public int CompareTo(Arc other)
    {
        var byPublic = (_tie & HiddenBit).CompareTo(other._tie & HiddenBit);
        var byCost = byPublic != 0 ? byPublic : Cost.CompareTo(other.Cost);
        return byCost != 0 ? byCost : Person.CompareTo(other.Person);
    }
}
