using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>What a path still costs at least from a person to where it starts, for each number of hops left.</summary>
/// <remarks>
/// Around one person as good as exact up to half of the hops allowed, if that is not too much work: walks, which cost no more
/// than paths. For the hops beyond, the least that any person reached had. Any employee as the start: the strongest tie to one
/// is kept by the index. Each hop counts with its discount, for it follows another one. The value never depends on what is
/// hidden.
/// </remarks>
internal sealed class SourceBall
{
    // A layer that would take more than this share of the work is left to the search itself.
    private const int LayerShare = 4;

    private readonly Hops _hops;
    private readonly Stamped<long>[] _ball;
    private readonly PersonSet _reached;
    private readonly long _discount;
    private readonly bool _anyEmployee;
    private int _radius;
    private long _beyond;

    private SourceBall(Hops hops, SearchMemory memory, long discount, bool anyEmployee)
    {
        _hops = hops;
        _ball = memory.Ball;
        _reached = memory.InBall;
        _reached.Clear(hops.View.PersonCount);
        _discount = discount;
        _anyEmployee = anyEmployee;
    }

    public static SourceBall OfAnyEmployee(Hops hops, SearchMemory memory, long discount) =>
        new(hops, memory, discount, anyEmployee: true) { _radius = 1, _beyond = discount };

    /// <summary>Looks around one person; what is not reached when the work is spent counts as unreachable.</summary>
    public static SourceBall Around(
        int source, int hopsMax, Hops hops, SearchMemory memory, WorkMeter meter, long discount)
    {
        var ball = new SourceBall(hops, memory, discount, anyEmployee: false);
        var layer = new List<(int Person, long Cost)> { (source, 0) };
        while (ball._radius < hopsMax / 2 && ball.Size(layer) < meter.Max / LayerShare)
        {
            layer = ball.Grow(source, layer, ball._ball[ball._radius], meter);
            ball._radius++;
        }

        // Nobody is left to come from: the last hop before cannot be bought at any price.
        ball._beyond = layer.Count == 0 ? HopCost.None : layer.Min(one => one.Cost);
        return ball;
    }

    /// <summary>Whether the bound for so few hops is exact but for simple ways.</summary>
    public bool IsNear(int hopsLeft) => hopsLeft <= _radius;

    /// <summary>A bound for the rest of a path and the fewest hops with which it may be met; <see cref="HopCost.None"/>
    /// where no path can be that costs no more than allowed.</summary>
    public (long Cost, int Hops) Rest(int person, int hopsLeft, long costMax)
    {
        var (best, hops) = (HopCost.None, 0);
        var first = HopCost.None;
        if (_anyEmployee)
        {
            (first, var last) = _hops.CostsMin(person);
            if (last != HopCost.None && hopsLeft > 0)
            {
                (best, hops) = (last + _discount, 1);
            }
        }
        else if (_reached.Has(person))
        {
            for (var hop = 1; hop <= Math.Min(hopsLeft, _radius); hop++)
            {
                if (_ball[hop - 1].TryGet(person, out var cost) && cost < best)
                {
                    (best, hops) = (cost, hop);
                }
            }
        }

        if (hopsLeft > _radius && _beyond + _discount < best && _beyond + _discount <= costMax)
        {
            first = _anyEmployee ? first : _hops.CostsMin(person).ToAnybody;
            if (first != HopCost.None && _beyond + _discount + first < best)
            {
                (best, hops) = (_beyond + _discount + first, _radius + 1);
            }
        }

        return (best, hops);
    }

    // How much the next layer takes, told by what everyone may see.
    private long Size(List<(int Person, long Cost)> layer)
    {
        var size = 0L;
        foreach (var (person, _) in layer)
        {
            _hops.View.ArcsOf(person, out var publicCount);
            size += publicCount + 1;
        }

        return size;
    }

    private List<(int Person, long Cost)> Grow(
        int source, List<(int Person, long Cost)> from, Stamped<long> into, WorkMeter meter)
    {
        into.Clear(_hops.View.PersonCount);
        var reached = new List<int>();
        var front = new GroupFront();
        foreach (var (person, cost) in from)
        {
            if (meter.IsSpent)
            {
                break;
            }

            Relax(source, cost, _hops.ByTie(person), into, reached);
            foreach (ref readonly var joining in _hops.View.JoiningsOf(person))
            {
                if (_hops.Joins(person, joining, out _))
                {
                    front.Add(joining, cost, _hops.Day);
                }
            }
        }

        foreach (var (joining, cost) in front.All)
        {
            if (meter.IsSpent)
            {
                break;
            }

            Relax(source, cost, _hops.ByMembership(joining), into, reached);
        }

        return reached.ConvertAll(person =>
        {
            into.TryGet(person, out var cost);
            return (person, cost);
        });
    }

    private void Relax(
        int source, long cost, ReadOnlySpan<(int Person, long Cost)> found, Stamped<long> into, List<int> reached)
    {
        foreach (var (person, hop) in found)
        {
            var whole = cost + hop + _discount;
            var isKnown = into.TryGet(person, out var known);
            if (person != source && (!isKnown || whole < known))
            {
                into.Set(person, whole);
                if (!isKnown)
                {
                    reached.Add(person);
                    _reached.Add(person);
                }
            }
        }
    }
}
