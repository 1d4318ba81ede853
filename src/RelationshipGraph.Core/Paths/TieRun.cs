using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>One search for paths of a few ties between two people, which meets in the middle.</summary>
/// <remarks>
/// From one end everybody at two ties is found with the least cost, and on the way there every path with up to three. From the
/// other end the paths with four are found, where both halves together may still be good enough. A part that is too dear for
/// the paths known by then is passed over; what costs as much as the last of them is not, for the order of equal ones is theirs.
/// </remarks>
internal sealed class TieRun
{
    /// <summary>Paths of more ties are found otherwise.</summary>
    public const int HopsMax = 4;

    private readonly PathQuery _query;
    private readonly Hops _hops;
    private readonly WorkMeter _meter;
    private readonly BestPaths _best;
    private readonly TieEnd _source;
    private readonly TieEnd _target;
    private readonly Stamped<long> _costs;
    private readonly PersonSet _reached;
    private readonly long _discount;

    // The end from where everybody at two ties is found, and the other one.
    private TieEnd _one;
    private TieEnd _other;
    private long _costMin = HopCost.None;

    public TieRun(PathQuery query, Hops hops, SearchMemory memory, WorkMeter meter, BestPaths best)
    {
        (_query, _hops, _meter, _best) = (query, hops, meter, best);
        (_one, _other) = (_source, _target) = (memory.SourceEnd, memory.TargetEnd);
        (_costs, _reached) = (memory.Ball[0], memory.InBall);
        _discount = HopCost.Of(query.HopDiscount);
    }

    /// <summary>Whether a search can be done so.</summary>
    public static bool Fits(PathQuery query, PathEnds ends, Hops hops) =>
        ends is { Source: >= 0, Targets.Count: 1 } && query.HopsMax <= HopsMax
            && hops is { ThroughPerson: true, ThroughGroups: false };

    public void Search(int source, int target)
    {
        if (source == target)
        {
            return;
        }

        _source.Begin(source, target, _hops);
        _target.Begin(target, source, _hops);
        _meter.Add(_source.Ties.Length + _target.Ties.Length + 2);
        if (_source.Direct != HopCost.None)
        {
            Offer([target, source], _source.Direct);
        }

        if (_query.HopsMax == 1 || _source.Ties.IsEmpty || _target.Ties.IsEmpty)
        {
            return;
        }

        if (_target.Ahead < _source.Ahead)
        {
            (_one, _other) = (_target, _source);
        }

        OverOne();
        if (_query.HopsMax > 2)
        {
            FromOne();
        }

        if (_query.HopsMax > 3 && _costMin != HopCost.None)
        {
            FromOther();
        }
    }

    // Over one person.
    private void OverOne()
    {
        foreach (ref readonly var tie in _one.Ties)
        {
            if (_other.Has(tie.Person))
            {
                Offer([_one.Person, tie.Person, _other.Person], tie.Cost + _discount + _other.CostOf(tie.Person));
            }
        }
    }

    // Over two, and everybody at two ties.
    private void FromOne()
    {
        _costs.Clear(_hops.View.PersonCount);
        _reached.Clear(_hops.View.PersonCount);
        foreach (ref readonly var tie in _one.Ties)
        {
            var spent = tie.Cost + _discount;
            if (Left(spent + _discount + _other.CostMin) < 0 || _meter.IsSpent)
            {
                break;
            }

            GrowFrom(tie.Person, spent);
        }
    }

    // Hot: once for every contact of the one end, and its loop for every tie there.
    private void GrowFrom(int contact, long spent)
    {
        var (costMax, isHalf, looked) = (Left(spent + _discount + _other.CostMin), _query.HopsMax > 3, 1);
        foreach (ref readonly var tie in _hops.TiesOf(contact))
        {
            if (tie.Cost > costMax)
            {
                break;
            }

            looked++;
            var (person, cost) = (tie.Person, spent + tie.Cost);
            if (person == _one.Person || person == _other.Person)
            {
                continue;
            }

            if (_other.Has(person))
            {
                Offer([_one.Person, contact, person, _other.Person], cost + _discount + _other.CostOf(person));
                costMax = Left(spent + _discount + _other.CostMin);
            }

            if (isHalf)
            {
                ref var least = ref _costs.At(person, out var isNew);
                if (isNew)
                {
                    _reached.Add(person);
                    least = cost;
                    _costMin = Math.Min(_costMin, cost);
                }
                else if (cost < least)
                {
                    least = cost;
                    _costMin = Math.Min(_costMin, cost);
                }
            }
        }

        _meter.Add(looked);
        _meter.Check();
    }

    // Over three.
    private void FromOther()
    {
        foreach (ref readonly var tie in _other.Ties)
        {
            var spent = tie.Cost + _discount;
            if (Left(spent + _discount + _costMin) < 0 || _meter.IsSpent)
            {
                break;
            }

            MeetFrom(tie.Person, spent);
        }
    }

    // Hot: once for every contact of the other end, and its loop for every tie there.
    private void MeetFrom(int contact, long spent)
    {
        var (costMax, looked) = (Left(spent + _discount + _costMin), 1);
        foreach (ref readonly var tie in _hops.TiesOf(contact))
        {
            if (tie.Cost > costMax)
            {
                break;
            }

            looked++;
            var person = tie.Person;
            if (_reached.Has(person))
            {
                var cost = spent + tie.Cost + _discount;
                _costs.TryGet(person, out var rest);
                if (Left(cost) >= rest)
                {
                    looked += MeetAt(person, contact, cost);
                    costMax = Left(spent + _discount + _costMin);
                }
            }
        }

        _meter.Add(looked);
        _meter.Check();
    }

    // Where both halves meet: every contact of the one end there, but the one the other half came by.
    private int MeetAt(int person, int contact, long spent)
    {
        var (costMax, looked) = (Left(spent + _discount + _one.CostMin), 0);
        foreach (ref readonly var tie in _hops.TiesOf(person, isInner: true))
        {
            if (tie.Cost > costMax)
            {
                break;
            }

            looked++;
            if (tie.Person != contact && _one.Has(tie.Person))
            {
                Offer(
                    [_one.Person, tie.Person, person, contact, _other.Person],
                    spent + tie.Cost + _discount + _one.CostOf(tie.Person));
                costMax = Left(spent + _discount + _one.CostMin);
            }
        }

        return looked;
    }

    // What may still be spent; below zero where nothing may.
    private long Left(long spent) => _best.CostMax - spent;

    private void Offer(Span<int> people, long cost)
    {
        if (cost > _best.CostMax)
        {
            return;
        }

        if (people[0] != _target.Person)
        {
            people.Reverse();
        }

        if (_best.Admits(cost, people.Length - 1, people))
        {
            _best.Offer(new WholePath(cost, people.ToArray(), PathTelling.Shown(people, _hops)));
        }
    }
}
