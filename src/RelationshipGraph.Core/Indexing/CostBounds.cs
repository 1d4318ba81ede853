namespace RelationshipGraph.Indexing;

/// <summary>
/// What a tie at a person costs at least, and one to an employee who still works here, among those that everyone may see, on
/// whatever day; so nothing hidden changes how much a search looks at.
/// </summary>
internal readonly record struct CostBounds
{
    // The complements, which are below zero, say two things more.
    private readonly long _toAnybody;
    private readonly long _toEmployee;

    private CostBounds(long toAnybody, long toEmployee) => (_toAnybody, _toEmployee) = (toAnybody, toEmployee);

    /// <summary>The cost of the strongest tie; <see cref="HopCost.None"/> where there is none.</summary>
    public long ToAnybody => _toAnybody < 0 ? ~_toAnybody : _toAnybody;

    /// <summary>The cost of the strongest tie to such an employee; <see cref="HopCost.None"/> where there is none.</summary>
    public long ToEmployee => _toEmployee < 0 ? ~_toEmployee : _toEmployee;

    /// <summary>Whether there are ties that not everyone may see: those are to be looked at as well.</summary>
    public bool HasHidden => _toEmployee < 0;

    /// <summary>Whether these are the costs on every day.</summary>
    public bool IsSure => _toAnybody < 0;

    /// <summary>The same, where they are the costs on every day.</summary>
    public CostBounds Surely(bool isSure) => new(isSure ? ~ToAnybody : ToAnybody, _toEmployee);

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

        return new CostBounds(
            publicCount > 0 ? arcs[0].Cost : HopCost.None, publicCount < arcs.Length ? ~toEmployee : toEmployee);
    }
}
