using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>A whole path: the people from the one to be reached back to the start, and what it costs.</summary>
/// <param name="Cost">Of its hops and their discounts.</param>
/// <param name="People">By their numbers.</param>
/// <param name="Shown">How many people, counted from the start, the viewer is told: all, or those before a closed step.</param>
internal sealed record WholePath(long Cost, int[] People, int Shown)
{
    /// <summary>Whether the viewer is told the same of both.</summary>
    public bool LooksLike(WholePath other) =>
        Shown == other.Shown && Shown < People.Length == other.Shown < other.People.Length
        && People.AsSpan(People.Length - Shown).SequenceEqual(other.People.AsSpan(other.People.Length - Shown));
}

/// <summary>The best paths found so far, best first; of those that look alike to the viewer only the best.</summary>
/// <param name="max">How many are kept.</param>
/// <param name="view">The graph.</param>
internal sealed class BestPaths(int max, GraphView view)
{
    private readonly List<WholePath> _paths = [];

    public IReadOnlyList<WholePath> All => _paths;

    /// <summary>Whether there are as many as were asked for.</summary>
    public bool IsFull => _paths.Count == max;

    /// <summary>A path that costs more does not get in.</summary>
    public long CostMax { get; private set; } = long.MaxValue;

    /// <summary>Whether a path of this cost, with so many hops at least and these people first, may get in.</summary>
    public bool Admits(long cost, int hopsMin, ReadOnlySpan<int> people)
    {
        if (_paths.Count < max)
        {
            return true;
        }

        var last = _paths[^1];
        if (cost != last.Cost)
        {
            return cost < last.Cost;
        }

        return hopsMin != last.People.Length - 1
            ? hopsMin < last.People.Length - 1
            : PathOrder.Compare(view, people, last.People) < 0;
    }

    public void Offer(WholePath path)
    {
        var place = _paths.Count;
        for (var i = _paths.Count - 1; i >= 0; i--)
        {
            var byOrder = Compare(path, _paths[i]);
            if (path.LooksLike(_paths[i]))
            {
                if (byOrder >= 0)
                {
                    return;
                }

                _paths.RemoveAt(i);
                place--;
            }

            place = byOrder < 0 ? i : place;
        }

        _paths.Insert(place, path);
        if (_paths.Count > max)
        {
            _paths.RemoveAt(max);
        }

        CostMax = _paths.Count < max ? long.MaxValue : _paths[^1].Cost;
    }

    private int Compare(WholePath one, WholePath other)
    {
        var byCost = one.Cost.CompareTo(other.Cost);
        var byHops = byCost != 0 ? byCost : one.People.Length.CompareTo(other.People.Length);
        return byHops != 0 ? byHops : PathOrder.Compare(view, one.People, other.People);
    }
}
