using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>Which hops there are for one viewer on one day, and what each costs.</summary>
internal sealed class Hops
{
    private readonly PathQuery _query;
    private readonly SearchMemory _memory;
    private readonly WorkMeter _meter;
    private readonly long _costMax;
    private readonly long _closedCostMax;

    public Hops(GraphView view, PathQuery query, ViewScope scope, SearchMemory memory, WorkMeter meter)
    {
        View = view;
        Sight = new Sight(view, scope);
        _query = query;
        _memory = memory;
        _meter = meter;
        Day = RecordFacts.DayOf(query.AsOf);
        _costMax = query.StrengthMin.Value > 0 ? HopCost.Of(query.StrengthMin.Value) : HopCost.None - 1;
        _closedCostMax = query.IsOpenOnly ? -1 : ClosedCostMax(query.StrengthMin.Value);
        ThroughGroups = (query.Through & (Through.Company | Through.Network)) != 0;
        ThroughPerson = (query.Through & Through.Person) != 0;
        // Not by whether there is a discreet tie anywhere: that one may be hidden, and what follows from this takes work.
        MayBeClosed = !scope.Everything && !query.IsOpenOnly;
        memory.Groups.Clear(view.GroupCount);
    }

    public GraphView View { get; }

    public Sight Sight { get; }

    /// <summary>The query's day, as days since 1970-01-01.</summary>
    public int Day { get; }

    public bool ThroughPerson { get; }

    public bool ThroughGroups { get; }

    /// <summary>Whether the viewer may meet what is told as a closed step.</summary>
    public bool MayBeClosed { get; }

    /// <summary>No hop that is told costs more.</summary>
    public long OpenCostMax => _costMax;

    /// <summary>No hop through a group costs less.</summary>
    public long GroupCostMin => ThroughGroups ? GroupCostLeast : HopCost.None;

    // Half: two members.
    private static readonly long GroupCostLeast = HopCost.Of(GroupStrength.Of(2));

    /// <summary>Bounds for the cost of a hop from a person to anybody and to whom may start, made of nothing hidden.</summary>
    public (long ToAnybody, long ToEmployee) CostsMin(int person)
    {
        var (toAnybody, toEmployee) = (GroupCostMin, GroupCostMin);
        if (ThroughPerson)
        {
            var bounds = View.BoundsOf(person);
            toAnybody = Math.Min(toAnybody, bounds.ToAnybody);
            toEmployee = Math.Min(toEmployee, bounds.ToEmployee);
            if (bounds.HasHidden)
            {
                (toAnybody, toEmployee) = WithHidden(person, toAnybody, toEmployee);
            }
        }

        return (toAnybody > _costMax ? HopCost.None : toAnybody, toEmployee > _costMax ? HopCost.None : toEmployee);
    }

    /// <summary>Everybody one hop away from a person who is seen, with the cost of the best hop.</summary>
    /// <param name="person">The person.</param>
    /// <param name="costMax">Dearer hops are of no use.</param>
    /// <returns>Good until the next call. Without hops through groups somebody may be in it more than once.</returns>
    public ReadOnlySpan<(int Person, long Cost)> From(int person, long costMax)
    {
        var limit = Math.Min(costMax, _costMax);
        var found = _memory.Neighbours;
        found.Clear(View.PersonCount, isDistinct: ThroughGroups);
        if (ThroughPerson)
        {
            AddTies(person, limit, found);
        }

        if (ThroughGroups)
        {
            foreach (ref readonly var joining in View.JoiningsOf(person))
            {
                if (Joins(person, joining, out var group))
                {
                    AddMembers(person, joining, group, limit, found);
                }
            }
        }

        _meter.Check();
        return found.Span;
    }

    /// <summary>Everybody one hop away by a tie.</summary>
    /// <returns>Good until the next call. Somebody may be in it more than once.</returns>
    public ReadOnlySpan<(int Person, long Cost)> ByTie(int person)
    {
        var found = _memory.Neighbours;
        found.Clear(View.PersonCount, isDistinct: false);
        if (ThroughPerson)
        {
            AddTies(person, _costMax, found);
        }

        _meter.Check();
        return found.Span;
    }

    /// <summary>Every member of a group, with the cost of a hop from one membership of it.</summary>
    /// <returns>Good until the next call. The person of that membership is in it as well.</returns>
    public ReadOnlySpan<(int Person, long Cost)> ByMembership(in Joining joining)
    {
        var found = _memory.Neighbours;
        found.Clear(View.PersonCount, isDistinct: false);
        AddMembers(-1, joining, OfGroup(joining.Group), _costMax, found);
        _meter.Check();
        return found.Span;
    }

    /// <summary>Whether a person's membership may make hops: it is seen, has begun, and its group connects.</summary>
    public bool Joins(int person, in Joining joining, out (double Strength, long Cost) group)
    {
        group = default;
        if (joining.Begin > Day || !MayCount(Sight.See(joining.Access, person)))
        {
            return false;
        }

        group = OfGroup(joining.Group);
        return group.Strength > 0;
    }

    /// <summary>Strength and cost of a hop between two present members; no strength where the group does not connect.</summary>
    public (double Strength, long Cost) OfGroup(int group)
    {
        if (!_memory.Groups.TryGet(group, out var strength))
        {
            strength = FindGroup(group);
            _memory.Groups.Set(group, strength);
        }

        return strength;
    }

    /// <summary>Memberships of a group that everyone may see and that have begun.</summary>
    public int MembersOf(int group) => View.SizeOf(group, Day);

    /// <summary>Whether all ties of a row count and everyone may see them, each to another person.</summary>
    public bool CountsAll(in TieRow row) => row.IsPlain && !row.HasOthers && _costMax == HopCost.None - 1;

    /// <summary>The ties of a person that count, the strongest first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isInner">Whether another person's are being looked at.</param>
    /// <returns>Good until the next call for the same. Somebody may be at the other end of more than one.</returns>
    public ReadOnlySpan<Arc> TiesOf(int person, bool isInner = false)
    {
        ref readonly var row = ref View.RowOf(person);
        return CountsAll(row) ? row.PublicArcs : CountingOf(person, _memory.Ties[isInner ? 1 : 0]);
    }

    /// <summary>Whether a tie counts on the day and is seen at all.</summary>
    public bool Counts(int person, Arc arc, out Seen seen)
    {
        seen = arc.IsPublic ? Seen.Open : SeenOf(person, arc);
        return IsEnough(seen, arc.Cost) && (!arc.HasPeriod || Holds(arc));
    }

    /// <summary>Whether a tie holds on the day and the viewer is told of it, whatever its strength.</summary>
    public bool IsOpen(int person, Arc arc) =>
        (arc.IsPublic || SeenOf(person, arc) == Seen.Open) && (!arc.HasPeriod || Holds(arc));

    /// <summary>Whether a hop is seen at all and as strong as is asked.</summary>
    /// <remarks>
    /// Of what the viewer is told nothing, only the band is asked: else one could ask until its strength is known.
    /// </remarks>
    public bool IsEnough(Seen seen, long cost) => seen switch
    {
        Seen.Hidden => false,
        Seen.Closed => cost <= _closedCostMax,
        _ => cost <= _costMax,
    };

    /// <summary>Strength and cost of the hop that two memberships of one group make.</summary>
    /// <param name="group">Of two present members.</param>
    /// <param name="begin">First day of both.</param>
    /// <param name="until">First day not of both any more.</param>
    public (double Strength, long Cost) Overlapping((double Strength, long Cost) group, int begin, int until)
    {
        if (begin >= until)
        {
            return (0, HopCost.None);
        }

        if (until > Day)
        {
            return group;
        }

        var strength = GroupStrength.Ended(group.Strength, Day - until);
        return IsEnough(strength) ? (strength, HopCost.Of(strength)) : (0, HopCost.None);
    }

    // What is told by a closed step is no work where no closed step may be.
    private bool MayCount(Seen seen) => seen == Seen.Open || (seen == Seen.Closed && _closedCostMax >= 0);

    private static long ClosedCostMax(double strengthMin)
    {
        var least = ScoreBands.FirstAbove(strengthMin);
        return double.IsInfinity(least) ? -1 : least > 0 ? HopCost.Of(least) : HopCost.None - 1;
    }

    // Ties that not everyone may see, as far as this viewer may.
    private (long ToAnybody, long ToEmployee) WithHidden(int person, long toAnybody, long toEmployee)
    {
        var arcs = View.ArcsOf(person, out var publicCount);
        foreach (ref readonly var arc in arcs[publicCount..])
        {
            if (arc.Cost >= toEmployee)
            {
                break;
            }

            if (SeesArc(person, arc))
            {
                toAnybody = Math.Min(toAnybody, arc.Cost);
                toEmployee = View.MayStart(arc.Person) ? arc.Cost : toEmployee;
            }
        }

        return (toAnybody, toEmployee);
    }

    private (double Strength, long Cost) FindGroup(int group)
    {
        var wanted = View.IsCompany(group) ? Through.Company : Through.Network;
        if ((_query.Through & wanted) == 0 || View.IsSensitive(group) || !Sight.SeesGroup(group))
        {
            return (0, HopCost.None);
        }

        var strength = GroupStrength.Of(MembersOf(group));
        return IsEnough(strength) ? (strength, HopCost.Of(strength)) : (0, HopCost.None);
    }

    private bool IsEnough(double strength) => strength >= GroupStrength.Least && strength >= _query.StrengthMin.Value;

    // Hot: once for every person looked at. The arcs are sorted, so the first that is too dear ends it.
    private void AddTies(int person, long limit, NeighbourList found)
    {
        var arcs = View.ArcsOf(person, out var publicCount);
        var looked = 0;
        foreach (ref readonly var arc in arcs[..publicCount])
        {
            if (arc.Cost > limit)
            {
                break;
            }

            looked++;
            if (!arc.HasPeriod || Holds(arc))
            {
                found.Add(arc.Person, arc.Cost);
            }
        }

        foreach (ref readonly var arc in arcs[publicCount..])
        {
            if (arc.Cost > limit)
            {
                break;
            }

            if (SeesArc(person, arc))
            {
                looked++;
                if (!arc.HasPeriod || Holds(arc))
                {
                    found.Add(arc.Person, arc.Cost);
                }
            }
        }

        _meter.Add(looked + 1);
    }

    // Hot: once for every membership of a person looked at. Two present members are joined by the group's own strength.
    private void AddMembers(
        int person, in Joining joining, (double Strength, long Cost) group, long limit, NeighbourList found)
    {
        if (group.Cost > limit)
        {
            return;
        }

        var members = View.MembersOf(joining.Group, out var publicCount);
        var own = person >= 0 ? Sight.See(joining.Access, person) : Seen.Open;
        var looked = 0;
        for (var i = 0; i < members.Length; i++)
        {
            ref readonly var member = ref members[i];
            if (member.Begin > Day)
            {
                // Sorted by their first day: the rest, first of what everyone may see, has not begun either.
                if (i >= publicCount)
                {
                    break;
                }

                i = publicCount - 1;
                continue;
            }

            if (member.Person < 0 || member.Person == person)
            {
                continue;
            }

            var seen = i < publicCount ? Seen.Open : SeenOf(member);
            if (!MayCount(seen))
            {
                continue;
            }

            looked++;
            var (_, cost) = Overlapping(
                group, Math.Max(joining.Begin, member.Begin), Math.Min(joining.Until, member.Until));
            if (cost <= limit && IsEnough(own < seen ? own : seen, cost))
            {
                found.Add(member.Person, cost);
            }
        }

        _meter.Add(looked + 1);
    }

    private ReadOnlySpan<Arc> CountingOf(int person, List<Arc> into)
    {
        into.Clear();
        var arcs = View.ArcsOf(person, out var publicCount);
        var others = 0;
        for (var i = 0; i < arcs.Length; i++)
        {
            if (Counts(person, arcs[i], out _))
            {
                into.Add(arcs[i]);
                others += i < publicCount ? 0 : 1;
            }
        }

        if (others > 0)
        {
            into.Sort(static (one, other) =>
                one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : one.Person.CompareTo(other.Person));
        }

        return CollectionsMarshal.AsSpan(into);
    }

    private Seen SeenOf(in Member member) =>
        Sight.SeesPerson(member.Person) ? Sight.See(member.Access, member.Person) : Seen.Hidden;

    private bool SeesArc(int person, Arc arc) => IsEnough(SeenOf(person, arc), arc.Cost);

    private Seen SeenOf(int person, Arc arc) => Sight.SeesPerson(arc.Person)
        ? Sight.See(View.TieOf(arc).Access, person, arc.Person)
        : Seen.Hidden;

    private bool Holds(Arc arc)
    {
        ref readonly var tie = ref View.TieOf(arc);
        return tie.From <= Day && Day < tie.Until;
    }
}
