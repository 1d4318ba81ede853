using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>What a path still costs at least from a person to where it starts, for each number of hops left.</summary>
/// <remarks>
/// Around one person exact up to half of the hops allowed (as walks, which cost no more than paths); for the hops beyond, the
/// least that any person reached had. Any employee as the start: the strongest tie to one is kept by the index. Each hop counts
/// with its discount, for it follows another one. The value never depends on what is hidden.
/// </remarks>
internal sealed class SourceBall
{
    private readonly Hops _hops;
    private readonly Stamped<long>[] _ball;
    private readonly long _discount;
    private readonly int _radius;
    private readonly bool _anyEmployee;
    private long _beyond;

    private SourceBall(Hops hops, SearchMemory memory, long discount, int radius, bool anyEmployee)
    {
        _hops = hops;
        _ball = memory.Ball;
        _discount = discount;
        _radius = radius;
        _anyEmployee = anyEmployee;
    }

    public static SourceBall OfAnyEmployee(Hops hops, SearchMemory memory, long discount) =>
        new(hops, memory, discount, 1, anyEmployee: true) { _beyond = discount };

    /// <summary>Looks around one person; what is not reached when the work is spent counts as unreachable.</summary>
    public static SourceBall Around(
        int source, int hopsMax, Hops hops, SearchMemory memory, WorkMeter meter, long discount)
    {
        var ball = new SourceBall(hops, memory, discount, hopsMax / 2, anyEmployee: false);
        var layer = new List<(int Person, long Cost)> { (source, 0) };
        for (var hop = 0; hop < ball._radius; hop++)
        {
            layer = ball.Grow(source, layer, ball._ball[hop], meter);
        }

        // Nobody is left to come from: the last hop before cannot be bought at any price.
        ball._beyond = layer.Count == 0 ? HopCost.None : layer.Min(one => one.Cost);
        return ball;
    }

    /// <summary>A bound for the rest of a path and the fewest hops with which it may be met; <see cref="HopCost.None"/>
    /// where no path can be.</summary>
    public (long Cost, int Hops) Rest(int person, int hopsLeft)
    {
        var (best, hops) = (HopCost.None, 0);
        if (_anyEmployee && hopsLeft > 0)
        {
            var one = _hops.EmployeeCostMin(person);
            if (one != HopCost.None)
            {
                (best, hops) = (one + _discount, 1);
            }
        }
        else
        {
            for (var hop = 1; hop <= Math.Min(hopsLeft, _radius); hop++)
            {
                if (_ball[hop - 1].TryGet(person, out var cost) && cost < best)
                {
                    (best, hops) = (cost, hop);
                }
            }
        }

        if (hopsLeft > _radius && _beyond + _discount < best)
        {
            var first = _hops.CostMin(person);
            if (first != HopCost.None && _beyond + _discount + first < best)
            {
                (best, hops) = (_beyond + _discount + first, _radius + 1);
            }
        }

        return (best, hops);
    }

    private List<(int Person, long Cost)> Grow(
        int source, List<(int Person, long Cost)> from, Stamped<long> into, WorkMeter meter)
    {
        into.Clear(_hops.View.PersonCount);
        var reached = new List<int>();
        foreach (var (person, cost) in from)
        {
            if (meter.IsSpent)
            {
                break;
            }

            foreach (var (next, hop) in _hops.From(person, HopCost.None))
            {
                var whole = cost + hop + _discount;
                var isKnown = into.TryGet(next, out var known);
                if (next != source && (!isKnown || whole < known))
                {
                    into.Set(next, whole);
                    if (!isKnown)
                    {
                        reached.Add(next);
                    }
                }
            }
        }

        return reached.ConvertAll(person =>
        {
            into.TryGet(person, out var cost);
            return (person, cost);
        });
    }
}
