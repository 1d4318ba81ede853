namespace RelationshipGraph.Paths;

/// <summary>Which of the paths there are that are wanted, by the people of whom they tell.</summary>
/// <remarks>
/// Only by those: else one could find out over whom a closed step leads by leaving out one person after another.
/// </remarks>
internal sealed class PathChoice
{
    private readonly HashSet<int> _avoided;
    private readonly List<WholePath> _taken = [];
    private readonly int _required;
    private readonly bool _startCounts;
    private readonly bool _mayBeClosed;

    public PathChoice(PathQuery query, Hops hops)
    {
        _avoided = [.. query.Avoid.Select(hops.View.FindPerson).Where(person => person >= 0)];
        _required = query.Require is { } id ? hops.View.FindPerson(id) : -1;
        (HasRequired, _startCounts, _mayBeClosed) = (query.Require is not null, query.From is null, hops.MayBeClosed);
    }

    /// <summary>Whether nothing but people over whom no path may lead is left out: then parts of paths can be compared.</summary>
    public bool IsSettledEarly => !HasRequired && _taken.Count == 0 && (_avoided.Count == 0 || !_mayBeClosed);

    /// <summary>Whether every path there is is wanted.</summary>
    public bool IsFree => IsSettledEarly && _avoided.Count == 0;

    private bool HasRequired { get; }

    /// <summary>Whether no wanted path leads over a person.</summary>
    public bool Excludes(int person) => !_mayBeClosed && _avoided.Contains(person);

    /// <summary>Whether a path is wanted.</summary>
    public bool Wants(WholePath path)
    {
        var isMet = !HasRequired;
        foreach (var person in ToldBetween(path))
        {
            if (_avoided.Contains(person))
            {
                return false;
            }

            isMet |= person == _required;
        }

        return isMet && _taken.TrueForAll(one => !one.LooksLike(path));
    }

    /// <summary>From now on the people of whom a path tells are avoided.</summary>
    public void Take(WholePath path)
    {
        _taken.Add(path);
        _avoided.UnionWith(ToldBetween(path));
    }

    // People are in the order from the one to be reached back to the start, and told from the start.
    private ArraySegment<int> ToldBetween(WholePath path)
    {
        var first = Math.Max(1, path.People.Length - path.Shown);
        var end = path.People.Length - (_startCounts ? 0 : 1);
        return new ArraySegment<int>(path.People, first, Math.Max(0, end - first));
    }
}
