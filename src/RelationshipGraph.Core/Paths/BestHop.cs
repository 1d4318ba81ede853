using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>The strongest hop between two people, and what it is made of.</summary>
/// <param name="Strength">From 0 to 1.</param>
/// <param name="IsClosed">Whether the viewer is told nothing of it.</param>
/// <param name="Via">The tie or group.</param>
internal sealed record BestHop(double Strength, bool IsClosed, HopVia Via)
{
    /// <summary>
    /// Of equally strong ones, first what the viewer may know, then a tie before a group, then by id; so that no store's order
    /// plays a part.
    /// </summary>
    public static BestHop Between(int from, int to, Hops hops)
    {
        var best = default(Found);
        FindTie(from, to, hops, ref best);
        FindGroup(from, to, hops, ref best);
        return new BestHop(best.Strength, best.IsClosed, best.Via!);
    }

    private static void FindTie(int from, int to, Hops hops, ref Found best)
    {
        if (!hops.ThroughPerson)
        {
            return;
        }

        // From the end that has fewer.
        var arcs = hops.View.ArcsOf(from, out _);
        var back = hops.View.ArcsOf(to, out _);
        var (person, other) = arcs.Length <= back.Length ? (from, to) : (to, from);
        foreach (var arc in person == from ? arcs : back)
        {
            if (arc.Person == other && hops.Counts(person, arc, out var seen))
            {
                var tie = hops.View.TieOf(arc);
                RecordId? id = tie.Id == 0 ? null : RecordId.FromValue(tie.Id);
                best.Take(new Found(arc.Cost, tie.Strength, seen == Seen.Closed, tie.Id, new HopVia.Tie(id)));
            }
        }
    }

    private static void FindGroup(int from, int to, Hops hops, ref Found best)
    {
        if (!hops.ThroughGroups)
        {
            return;
        }

        foreach (var one in hops.View.JoiningsOf(from))
        {
            if (one.Begin > hops.Day || hops.OfGroup(one.Group) is not { Strength: > 0 } group)
            {
                continue;
            }

            foreach (var other in hops.View.JoiningsOf(to))
            {
                if (other.Group != one.Group || other.Begin > hops.Day)
                {
                    continue;
                }

                var seen = Least(hops.Sight.See(one.Access, from), hops.Sight.See(other.Access, to));
                var (begin, until) = (Math.Max(one.Begin, other.Begin), Math.Min(one.Until, other.Until));
                var (strength, cost) = hops.Overlapping(group, begin, until);
                if (strength > 0 && hops.IsEnough(seen, cost))
                {
                    var id = hops.View.GroupId(one.Group);
                    best.Take(new Found(cost, strength, seen == Seen.Closed, id.Value, new HopVia.Group(
                        id, Math.Max(hops.MembersOf(one.Group), 2), RecordId.FromValue(one.Record),
                        RecordId.FromValue(other.Record), Day(begin), until == int.MaxValue ? null : Day(until))));
                }
            }
        }
    }

    private static Seen Least(Seen one, Seen other) => one < other ? one : other;

    private static DateOnly Day(int day) => PropertyValue.Of(day).ToDate();

    private record struct Found(long Cost, double Strength, bool IsClosed, long Id, HopVia? Via)
    {
        public void Take(Found other)
        {
            if (Via is null || Compare(other, this) < 0)
            {
                this = other;
            }
        }

        private static int Compare(Found one, Found other)
        {
            var byCost = one.Cost.CompareTo(other.Cost);
            var byClosed = byCost != 0 ? byCost : one.IsClosed.CompareTo(other.IsClosed);
            var byKind = byClosed != 0 ? byClosed : (one.Via is HopVia.Group).CompareTo(other.Via is HopVia.Group);
            var byId = byKind != 0 ? byKind : one.Id.CompareTo(other.Id);
            return byId != 0 || one.Via is not HopVia.Group first || other.Via is not HopVia.Group second
                ? byId
                : (first.FromMembership.Value, first.ToMembership.Value)
                    .CompareTo((second.FromMembership.Value, second.ToMembership.Value));
        }
    }
}
