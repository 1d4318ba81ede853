using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>Fewest hops, reach and second degree as they are written, by trying everything.</summary>
internal static class NearnessOracle
{
    public static string Shortest(IReadOnlyList<Record> records, PathQuery query, ViewScope scope)
    {
        for (var hops = 1; hops <= query.HopsMax; hops++)
        {
            var answer = new PathOracle(records, query with { HopsMax = hops, IsOpenOnly = true }, scope).Answer();
            if (answer != "no path")
            {
                return answer;
            }
        }

        return "no path";
    }

    public static string Reach(IReadOnlyList<Record> records, ReachQuery query, ViewScope scope)
    {
        var oracle = new PathOracle(records, ReachSearch.WaysOf(query), scope);
        var people = oracle.People.ToHashSet();
        if (query.From is { } from && !people.Contains(from))
        {
            return $"not found {from}";
        }

        var starts = query.From is { } one
            ? [one]
            : records.OfType<Employee>().Where(e => e.IsActive && people.Contains(e.Id)).Select(e => e.Id).ToList();
        var fewest = new Dictionary<RecordId, int>();
        foreach (var start in starts)
        {
            Walk(start, [start], 0);
        }

        var seen = new HashSet<RecordId>();
        return string.Join(", ", Enumerable.Range(1, query.HopsMax).Select(hops =>
        {
            var layer = fewest.Where(one => one.Value == hops).Select(one => one.Key).ToList();
            return new ReachLayer(hops, layer.Count, layer.SelectMany(oracle.CompaniesOf).Distinct().Count(seen.Add));
        }));

        void Walk(RecordId at, List<RecordId> path, long cost)
        {
            foreach (var next in people.Where(id => !path.Contains(id)))
            {
                if (path.Count > query.HopsMax || oracle.HopBetween(at, next) is not { } hop)
                {
                    continue;
                }

                var whole = cost + hop.Cost + (path.Count > 1 ? HopCost.Of(query.HopDiscount) : 0);
                if (query.ScoreMin.Value > 0 && whole > HopCost.Of(query.ScoreMin.Value))
                {
                    continue;
                }

                if (!starts.Contains(next))
                {
                    fewest[next] = Math.Min(fewest.GetValueOrDefault(next, int.MaxValue), path.Count);
                }

                Walk(next, [.. path, next], whole);
            }
        }
    }

    /// <summary>The map, written out.</summary>
    public static string Map(IReadOnlyList<Record> records, MapQuery query, ViewScope scope)
    {
        var oracle = new PathOracle(records, MapSearch.WaysOf(query), scope);
        var all = oracle.People.ToList();
        if (query.Around.Where(id => !all.Contains(id)).Select(id => $"not found {id}").FirstOrDefault() is { } missing)
        {
            return missing;
        }

        var best = query.Around.Distinct().ToDictionary(id => id, _ => (Hops: 0, Cost: 0L));
        var front = best.Keys.Select(id => (Id: id, Cost: 0L)).ToList();
        for (var hop = 1; hop <= query.HopsMax; hop++)
        {
            var next = new List<(RecordId Id, long Cost)>();
            foreach (var (at, spent) in front)
            {
                foreach (var other in all)
                {
                    if (other != at && oracle.HopBetween(at, other) is { } one)
                    {
                        next.Add((other, spent + one.Cost + (hop > 1 ? HopCost.Of(.8) : 0)));
                    }
                }
            }

            front = next;
            foreach (var (id, cost) in next)
            {
                best[id] = !best.TryGetValue(id, out var known) ? (hop, cost) : (known.Hops, Math.Min(known.Cost, cost));
            }
        }

        var centres = query.Around.Distinct().ToList();
        var others = best.Where(one => one.Value.Hops > 0).OrderBy(one => one.Value.Cost).ThenBy(one => one.Key).ToList();
        var people = centres.Concat(others.Take(query.PeopleMax).Select(one => one.Key)).ToList();
        var ties = from a in people
                   from b in people
                   where a < b && oracle.TieBetween(a, b) > 0
                   orderby a, b
                   select $"{a} {b} {oracle.TieBetween(a, b):G9}";
        return string.Join('\n', [
            .. people.Select(id => $"{id} {best[id].Hops} {HopCost.StrengthOf(best[id].Cost):G9}"), .. ties,
            .. oracle.SharedGroups(people), $"{others.Count > query.PeopleMax}",
        ]);
    }

    /// <summary>All rows of the list, whatever its page; null where the person or the company is not there.</summary>
    public static List<SecondDegreeRow>? SecondDegree(IReadOnlyList<Record> records, SecondDegreeQuery query, ViewScope scope)
    {
        var oracle = new PathOracle(records, SecondDegreeSearch.WaysOf(query), scope);
        var people = oracle.People.ToList();
        if (!people.Contains(query.Of) || (query.WorksAt is { } at && !oracle.SeesNode(at)))
        {
            return null;
        }

        var rows = new List<SecondDegreeRow>();
        foreach (var person in people.Where(id => id != query.Of && !oracle.Knows(query.Of, id)))
        {
            var common = people
                .Select(ask => (Ask: ask, To: oracle.HopBetween(query.Of, ask), On: oracle.HopBetween(ask, person)))
                .Where(way => way.To is not null && way.On is not null).ToList();
            if (common.Count > 0 && (query.Kind ?? person.Kind) == person.Kind
                && (query.WorksAt is not { } company || oracle.CompaniesOf(person).Contains(company)))
            {
                var best = common.OrderBy(way => way.To!.Value.Cost + way.On!.Value.Cost).ThenBy(way => way.Ask.Value).First();
                var score = common.Sum(way => FixedPoint.Of(
                    StrengthOf(way.To) / (people.Sum(other => StrengthOf(oracle.HopBetween(way.Ask, other))) + .1)
                    * StrengthOf(way.On)));
                var isLikely = query.Order == SecondDegreeOrder.Likelihood;
                rows.Add(new SecondDegreeRow(
                    person, isLikely ? FixedPoint.ToNumber(score) : null, common.Count, best.Ask,
                    new TieStrength(best.To!.Value.Strength), new TieStrength(best.On!.Value.Strength),
                    new SecondDegreePlace(isLikely ? score : common.Count, person)));
            }
        }

        return [.. rows.OrderByDescending(row => row.Place.Value).ThenBy(row => row.Id)];

        static double StrengthOf((double Strength, long Cost)? hop) => hop?.Strength ?? 0;
    }
}
