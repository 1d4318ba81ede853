namespace RelationshipGraph.Indexing;

/// <summary>
/// What a tie at a person costs at least, and one to an employee who still works here, among those that everyone may see, on
/// whatever day; so nothing hidden changes how much a search looks at.
/// </summary>
internal readonly record struct CostBounds
{
    // The complement, which is below zero, where there are ties besides that not everyone may see.
    private readonly long _toEmployee;

    private CostBounds(long toAnybody, long toEmployee, bool hasHidden)
    {
        ToAnybody = toAnybody;
        _toEmployee = hasHidden ? ~toEmployee : toEmployee;
    }

    /// <summary>The cost of the strongest tie; <see cref="HopCost.None"/> where there is none.</summary>
    public long ToAnybody { get; }

    /// <summary>The cost of the strongest tie to such an employee; <see cref="HopCost.None"/> where there is none.</summary>
    public long ToEmployee => _toEmployee < 0 ? ~_toEmployee : _toEmployee;

    /// <summary>Whether there are ties that not everyone may see: those are to be looked at as well.</summary>
    public bool HasHidden => _toEmployee < 0;

    /// <summary>The bounds of a person's sorted arcs.</summary>
    public static CostBounds Of(ReadOnlySpan<Arc> arcs, int publicCount, Func<int, bool> mayStart)
    {
        var toEmployee = HopCost.None;
        foreach (var arc in arcs[..publicCount])
        {
            if (mayStart(arc.Person))
            {
                toEmployee = arc.Cost;
                break;
            }
        }

        return new CostBounds(publicCount > 0 ? arcs[0].Cost : HopCost.None, toEmployee, publicCount < arcs.Length);
    }
}
