using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>One search from the people to be reached towards where paths may start.</summary>
internal sealed class PathRun
{
    private readonly PathQuery _query;
    private readonly int _source;
    private readonly Hops _hops;
    private readonly WorkMeter _meter;
    private readonly SearchMemory _memory;
    private readonly PartialPaths _partial;
    private readonly BestPaths _best;
    private readonly long _discount;
    private readonly PathChoice _choice;
    private bool _isAny;

    /// <param name="query">What counts as a path.</param>
    /// <param name="source">The person who asks; -1 for any employee who still works here.</param>
    /// <param name="hops">The hops there are.</param>
    /// <param name="choice">Which paths are wanted.</param>
    /// <param name="memory">To work in.</param>
    /// <param name="meter">To count the work.</param>
    public PathRun(PathQuery query, int source, Hops hops, PathChoice choice, SearchMemory memory, WorkMeter meter)
    {
        _choice = choice;
        _query = query;
        _source = source;
        _hops = hops;
        _memory = memory;
        _meter = meter;
        _partial = memory.Partial;
        _partial.Begin(person => hops.View.PersonId(person).Value);
        _best = new BestPaths(query.PathsMax, _partial);
        _discount = HopCost.Of(query.HopDiscount);
    }

    public IReadOnlyList<WholePath> Best => _best.All;

    /// <summary>What the last of the paths that are wanted costs; <see cref="long.MaxValue"/> where there are fewer.</summary>
    public long CostMax => _best.CostMax;

    public void Search(List<int> targets)
    {
        var ball = _source < 0
            ? SourceBall.OfAnyEmployee(_hops, _memory, _discount)
            : SourceBall.Around(_source, _query.HopsMax, _hops, _memory, _meter, _discount);
        _memory.Reached.Clear(_hops.View.PersonCount);
        foreach (var target in targets)
        {
            // The first hop has no discount, and the bound counts one for every hop.
            var (rest, hopsMin) = ball.Rest(target, _query.HopsMax, HopCost.None);
            if (target != _source && rest != HopCost.None)
            {
                _partial.Add(new PartialPath(0, target, -1, 0, hopsMin), rest - _discount, ball.IsNear(_query.HopsMax));
            }
        }

        _isAny = _query.PathsMax > 1 || !_choice.IsSettledEarly;
        Span<int> people = stackalloc int[Limits.PathHopsMax + 1];
        while (!_meter.IsSpent && _partial.TryTake(nearFirst: !_best.IsFull, out var path, out var hope))
        {
            // Whatever else hopes for less goes on; this one is of no use.
            var at = _partial[path];
            if (_best.Admits(hope, at.HopsMin, _partial.People(path, people)) && (_isAny || IsFirst(path, at)))
            {
                Follow(path, at, ball);
            }
            else if (hope > _best.CostMax && !_partial.HasHope(_best.CostMax))
            {
                break;
            }
        }
    }

    // Where one path is wanted, nobody need be reached again with no fewer hops at no less cost. Sound whichever of several
    // earlier ones is remembered; what costs less with more hops is followed as well. Where the rest of the way meets the
    // earlier path, a part of that one is shorter still, unless it meets it where it came from and may start there: a path that
    // came from another employee stands for none but its own.
    private bool IsFirst(int path, PartialPath at)
    {
        if (_memory.Reached.TryGet(at.Person, out var earlier))
        {
            ref readonly var other = ref _partial[earlier];
            if (other.Hops <= at.Hops && other.Cost <= at.Cost
                && (other.Hops < at.Hops || other.Cost < at.Cost || _partial.ComparePaths(earlier, path) <= 0)
                && StandsFor(earlier, path))
            {
                return false;
            }
        }

        _memory.Reached.Set(at.Person, path);
        return true;
    }

    private bool StandsFor(int earlier, int path)
    {
        var end = _partial.End(earlier);
        return _source >= 0 || !_hops.View.MayStart(end) || end == _partial.End(path);
    }

    // Hot: once for every partial path followed, and its loop for every hop from there.
    private void Follow(int path, PartialPath at, SourceBall ball)
    {
        var discount = at.Hops == 0 ? 0 : _discount;
        var kept = 0;
        Span<int> people = stackalloc int[Limits.PathHopsMax + 1];
        foreach (var (person, hop) in _hops.From(at.Person, CostLeft(at.Cost + discount)))
        {
            var cost = at.Cost + discount + hop;
            if (cost > _best.CostMax || _partial.Has(path, person) || _choice.Excludes(person))
            {
                continue;
            }

            if (_source < 0 ? _hops.View.MayStart(person) : person == _source)
            {
                Offer(path, person, cost, at.Hops + 1);
            }
            else if (at.Hops + 1 < _query.HopsMax)
            {
                var (rest, hopsMore) = ball.Rest(person, _query.HopsMax - at.Hops - 1, CostLeft(cost));
                var hopsMin = at.Hops + 1 + hopsMore;
                if (rest != HopCost.None && Admits(path, person, cost + rest, hopsMin, people))
                {
                    var isNear = ball.IsNear(_query.HopsMax - at.Hops - 1);
                    _partial.Add(new PartialPath(cost, person, path, at.Hops + 1, hopsMin), cost + rest, isNear);
                    kept++;
                }
            }
        }

        _meter.Add(kept);
    }

    private long CostLeft(long spent) => _best.CostMax == long.MaxValue ? HopCost.None : _best.CostMax - spent;

    private bool Admits(int path, int person, long hope, int hopsMin, Span<int> people)
    {
        if (hope != _best.CostMax)
        {
            return hope < _best.CostMax;
        }

        var before = _partial.People(path, people).Length;
        people[before] = person;
        return _best.Admits(hope, hopsMin, people[..(before + 1)]);
    }

    private void Offer(int path, int start, long cost, int hops)
    {
        Span<int> people = stackalloc int[Limits.PathHopsMax + 1];
        var before = _partial.People(path, people).Length;
        people[before] = start;
        var whole = people[..(before + 1)];
        if (_best.Admits(cost, hops, whole)
            && new WholePath(cost, whole.ToArray(), PathTelling.Shown(whole, _hops)) is var found && _choice.Wants(found))
        {
            _best.Offer(found);
        }
    }
}
