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

    // What a path costs that is certain to be there, where one is wanted and nobody is said to start it.
    private long _sureCost = long.MaxValue;
    private bool _isSureWanted;
    private bool _isAny;

    /// <param name="query">What counts as a path.</param>
    /// <param name="source">The person who asks; -1 for any employee who still works here.</param>
    /// <param name="hops">The hops there are.</param>
    /// <param name="choice">Which paths are wanted.</param>
    /// <param name="memory">To work in.</param>
    /// <param name="meter">To count the work.</param>
    /// <param name="best">What has been found.</param>
    public PathRun(
        PathQuery query, int source, Hops hops, PathChoice choice, SearchMemory memory, WorkMeter meter, BestPaths best)
    {
        _choice = choice;
        _query = query;
        _source = source;
        _hops = hops;
        _memory = memory;
        _meter = meter;
        _partial = memory.Partial;
        _partial.Begin(hops.View);
        _best = best;
        _discount = HopCost.Of(query.HopDiscount);
    }

    public void Search(List<int> targets)
    {
        var ball = _source < 0
            ? SourceBall.OfAnyEmployee(_hops, _memory, _discount)
            : SourceBall.Around(_source, _query.HopsMax, _hops, _memory, _meter, _discount);
        _memory.Reached.Clear(_hops.View.PersonCount);

        // An employee who is to be reached must not be met on the way as the one who starts it.
        _isSureWanted = _source < 0 && _query.PathsMax == 1 && _hops.ThroughPerson && !targets.Exists(_hops.View.MayStart)
            && _choice.IsFree;
        _isAny = _query.PathsMax > 1 || !_choice.IsSettledEarly;
        foreach (var target in targets)
        {
            // The first hop has no discount, and the bound counts one for every hop.
            var (rest, hopsMin) = ball.Rest(target, _query.HopsMax, HopCost.None);
            if (target != _source && rest != HopCost.None)
            {
                _partial.Add(new PartialPath(0, target, -1, 0, hopsMin), rest - _discount, ball.IsNear(_query.HopsMax));
            }
        }

        Span<int> people = stackalloc int[Limits.PathHopsMax + 1];
        while (!_meter.IsSpent && _partial.TryTake(nearFirst: !_best.IsFull, out var path, out var hope))
        {
            // Whatever else hopes for less goes on; this one is of no use.
            var at = _partial[path];
            var isOfUse = hope <= _sureCost
                && (hope < _best.CostMax || _best.Admits(hope, at.HopsMin, _partial.People(path, people)));
            if (isOfUse && (_isAny || IsFirst(path, at)))
            {
                Follow(path, at, ball);
            }
            else if (hope > CostMax && !_partial.HasHope(CostMax))
            {
                break;
            }
        }
    }

    // No path of use costs more.
    private long CostMax => Math.Min(_best.CostMax, _sureCost);

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
        var spent = at.Cost + (at.Hops == 0 ? 0 : _discount);
        MakeSure(at.Person, spent);
        var kept = 0;
        if (_hops.ThroughGroups)
        {
            foreach (var (person, hop) in _hops.From(at.Person, CostLeft(spent)))
            {
                kept += Step(path, at, person, spent + hop, ball) ? 1 : 0;
            }
        }
        else if (_hops.ThroughPerson)
        {
            var looked = 1;
            foreach (ref readonly var tie in _hops.TiesOf(at.Person))
            {
                if (tie.Cost > CostLeft(spent))
                {
                    break;
                }

                looked++;
                kept += Step(path, at, tie.Person, spent + tie.Cost, ball) ? 1 : 0;
            }

            _meter.Add(looked);
            _meter.Check();
        }

        _meter.Add(kept);
    }

    /// <returns>Whether a partial path was kept.</returns>
    private bool Step(int path, in PartialPath at, int person, long cost, SourceBall ball)
    {
        if (cost > CostMax || _partial.Has(path, person) || _choice.Excludes(person))
        {
            return false;
        }

        if (_source < 0 ? _hops.View.MayStart(person) : person == _source)
        {
            Offer(path, person, cost, at.Hops + 1);
            return false;
        }

        if (at.Hops + 1 >= _query.HopsMax)
        {
            return false;
        }

        MakeSure(person, cost + _discount);
        var (rest, hopsMore) = ball.Rest(person, _query.HopsMax - at.Hops - 1, CostLeft(cost));
        var hopsMin = at.Hops + 1 + hopsMore;
        if (rest == HopCost.None || !Admits(path, person, cost + rest, hopsMin))
        {
            return false;
        }

        var isNear = ball.IsNear(_query.HopsMax - at.Hops - 1);
        _partial.Add(new PartialPath(cost, person, path, at.Hops + 1, hopsMin), cost + rest, isNear);
        return true;
    }

    // The strongest tie to who may start makes a path, where everyone may see it and it holds on all days.
    private void MakeSure(int person, long spent)
    {
        if (_isSureWanted && _hops.View.BoundsOf(person) is { IsSure: true } bounds && bounds.ToEmployee <= _hops.OpenCostMax)
        {
            _sureCost = Math.Min(_sureCost, spent + bounds.ToEmployee);
        }
    }

    private long CostLeft(long spent) => CostMax == long.MaxValue ? HopCost.None : CostMax - spent;

    private bool Admits(int path, int person, long hope, int hopsMin)
    {
        if (hope != _best.CostMax)
        {
            return hope <= _sureCost && hope < _best.CostMax;
        }

        Span<int> people = stackalloc int[Limits.PathHopsMax + 1];
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
