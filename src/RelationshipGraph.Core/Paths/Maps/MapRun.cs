using RelationshipGraph.Indexing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>One look at a part of the graph.</summary>
internal sealed class MapRun(MapQuery query, Hops hops, WorkMeter meter)
{
    private static readonly long Discount = HopCost.Of(.8);

    public MapAnswer.Found Answer(List<int> centres)
    {
        var reached = Reach(centres);
        var others = reached.Where(one => one.Value.Hops > 0)
            .OrderBy(one => one.Value.Cost).ThenBy(one => hops.View.PersonId(one.Key))
            .Select(one => one.Key).ToList();
        int[] people = [.. centres, .. others.Take(query.PeopleMax)];
        var memberships = Memberships(people);
        return new MapAnswer.Found(
            ValueList.From(people.Select(person => new MapPerson(
                hops.View.PersonId(person), reached[person].Hops, HopCost.StrengthOf(reached[person].Cost)))),
            ValueList.From(Ties(people)),
            ValueList.From(memberships.Select(one => one.Group).Distinct().Order().Select(id =>
                new MapGroup(id, hops.MembersOf(hops.View.FindGroup(id))))),
            ValueList.From(memberships),
            others.Count > query.PeopleMax);
    }

    // Hop by hop; whoever is reached more cheaply with more hops keeps the fewest hops.
    private Dictionary<int, (int Hops, long Cost)> Reach(List<int> centres)
    {
        var reached = centres.ToDictionary(person => person, _ => (Hops: 0, Cost: 0L));
        var front = centres.ConvertAll(person => (Person: person, Cost: 0L));
        for (var hop = 1; hop <= query.HopsMax && !meter.IsSpent; hop++)
        {
            var better = new Dictionary<int, long>();
            foreach (var (person, spent) in front)
            {
                foreach (var (next, cost) in hops.From(person, HopCost.None - 1))
                {
                    var whole = spent + cost + (hop == 1 ? 0 : Discount);
                    var isKnown = reached.TryGetValue(next, out var known);
                    if (!isKnown || (whole < known.Cost && known.Hops > 0))
                    {
                        reached[next] = (isKnown ? known.Hops : hop, whole);
                        better[next] = whole;
                    }
                }
            }

            front = [.. better.Select(one => (one.Key, one.Value)).OrderBy(one => one.Key)];
        }

        return reached;
    }

    private List<MapTie> Ties(int[] people)
    {
        var shown = people.ToHashSet();
        var strongest = new Dictionary<(RecordId One, RecordId Other), long>();
        foreach (var person in people)
        {
            foreach (var (other, cost) in hops.ByTie(person))
            {
                var pair = (One: hops.View.PersonId(person), Other: hops.View.PersonId(other));
                if (shown.Contains(other) && pair.One < pair.Other && cost < strongest.GetValueOrDefault(pair, long.MaxValue))
                {
                    strongest[pair] = cost;
                }
            }
        }

        return [.. strongest.OrderBy(one => one.Key).Select(one =>
            new MapTie(one.Key.One, one.Key.Other, new TieStrength(HopCost.StrengthOf(one.Value))))];
    }

    // Of groups that join two of the people or more.
    private List<MapMembership> Memberships(int[] people)
    {
        var all = new List<MapMembership>();
        foreach (var person in hops.ThroughGroups ? people : [])
        {
            foreach (ref readonly var joining in hops.View.JoiningsOf(person))
            {
                if (hops.Joins(person, joining, out _) && hops.Sight.See(joining.Access, person) == Seen.Open)
                {
                    all.Add(new MapMembership(
                        hops.View.PersonId(person), hops.View.GroupId(joining.Group), RecordId.FromValue(joining.Record)));
                }
            }
        }

        var shared = all.GroupBy(one => one.Group).Where(one => one.Select(m => m.Person).Distinct().Count() > 1)
            .Select(one => one.Key).ToHashSet();
        return [.. all.Where(one => shared.Contains(one.Group)).OrderBy(one => (one.Group, one.Person, one.Record))];
    }
}
