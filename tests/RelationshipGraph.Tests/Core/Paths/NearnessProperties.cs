using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Indexing;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>
/// Fewest hops, reach and second degree: against trying everything, from a store as from the index, in two worlds.
/// </summary>
public sealed class NearnessProperties
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 16]);
    private static readonly Gen<(int Seed, int Size)> Crowds = Gen.Select(Gen.Int, Gen.Int[20, 40]);

    [Fact]
    public Task The_fewest_hops_agree_with_trying_every_path() => SampleAsync(Gen.OneOf(Graphs, Graphs, Crowds), 600, async one =>
    {
        var query = NextPaths(one.Graph);

        var answer = PathOracle.Write(ShortestSearch.Find(one.View, query, one.Scope, Some.NoToken));

        Assert.Equal(NearnessOracle.Shortest(one.Graph.Records, query, one.Scope), answer);
        Assert.Equal(answer, PathOracle.Write(await ShortestSearch.FindAsync(one.Remote, query, one.Scope, Some.NoToken)));
    });

    [Fact]
    public Task Reach_agrees_with_trying_every_path() => SampleAsync(Graphs, 600, async one =>
    {
        var query = NextReach(one.Graph);

        var answer = Write(ReachSearch.Find(one.View, query, one.Scope, Some.NoToken));

        Assert.Equal(NearnessOracle.Reach(one.Graph.Records, query, one.Scope), answer);
        Assert.Equal(answer, Write(await SurroundingBall.FindAsync(one.Remote, query, one.Scope, Some.NoToken)));
    });

    [Fact]
    public Task A_map_is_what_lies_around() => SampleAsync(Graphs, 600, async one =>
    {
        var ways = PathProperties.NextQuery(one.Graph);
        var around = Enumerable.Range(0, one.Graph.Random.Next(1, 4)).Select(_ => one.Graph.Any(one.Graph.People).Id);
        var query = new MapQuery(ValueList.From(around), RandomGraph.Day)
        {
            HopsMax = one.Graph.Random.Next(3),
            PeopleMax = one.Graph.Random.Next(1, 8),
            StrengthMin = ways.StrengthMin,
            Through = ways.Through,
        };

        var answer = Write(MapSearch.Find(one.View, query, one.Scope, Some.NoToken));

        Assert.Equal(NearnessOracle.Map(one.Graph.Records, query, one.Scope), answer);
        Assert.Equal(answer, Write(await SurroundingBall.FindAsync(one.Remote, query, one.Scope, Some.NoToken)));
    });

    [Fact]
    public Task Second_degree_agrees_with_trying_everybody() => SampleAsync(Gen.OneOf(Graphs, Crowds), 600, async one =>
    {
        var query = NextSecondDegree(one.Graph);
        var expected = NearnessOracle.SecondDegree(one.Graph.Records, query, one.Scope);

        // Page by page, to the end.
        var rows = new List<SecondDegreeRow>();
        while (true)
        {
            var answer = SecondDegreeSearch.Find(one.View, query, one.Scope, Some.NoToken);
            Assert.Equal(answer, await SurroundingBall.FindAsync(one.Remote, query, one.Scope, Some.NoToken));
            if (expected is null)
            {
                Assert.IsType<SecondDegreeAnswer.NotFound>(answer);
                return;
            }

            var found = Assert.IsType<SecondDegreeAnswer.Found>(answer);
            Assert.Equal(expected.Count, found.Total);
            rows.AddRange(found.Rows);
            if (!found.HasMore)
            {
                break;
            }

            query = query with { After = found.Rows[^1].Place };
        }

        AssertNearlyEqual(expected, rows);
    });

    [Fact]
    public Task What_is_hidden_or_discreet_changes_nothing() => SampleAsync(Gen.OneOf(Graphs, Crowds), 400, async one =>
    {
        var scope = ViewScope.Of(one.Graph.Employees[0].Id, one.Graph.Employees.Take(2).Select(e => e.Id));
        var open = PathProperties.SeenOnly(one.Graph.Records, scope).Where(record =>
            record.Visibility != Visibility.Discreet || record.OwnerId == scope.Viewer
            || (record is Relationship tie && (tie.FromId == scope.Viewer || tie.ToId == scope.Viewer)));
        await using var other = new ReferenceGraphStore();
        await RandomGraph.FillAsync(other, [.. open]);
        await using var bare = await GraphIndex.OpenAsync(other, Some.NoToken);
        var bareView = await bare.CatchUpAsync(RandomGraph.Day, Some.NoToken);
        var workMax = one.Graph.Random.Next(1, 400);
        var (paths, reach, second) = (NextPaths(one.Graph), NextReach(one.Graph), NextSecondDegree(one.Graph));

        Assert.Equal(
            Write(ReachSearch.Find(bareView, reach, scope, workMax, Some.NoToken)),
            Write(ReachSearch.Find(one.View, reach, scope, workMax, Some.NoToken)));
        Assert.Equal(
            SecondDegreeSearch.Find(bareView, second, scope, workMax, Some.NoToken),
            SecondDegreeSearch.Find(one.View, second, scope, workMax, Some.NoToken));
        Assert.Equal(
            PathOracle.Write(ShortestSearch.Find(bareView, paths, scope, Some.NoToken)),
            PathOracle.Write(ShortestSearch.Find(one.View, paths, scope, Some.NoToken)));
    });

    private static Task SampleAsync(Gen<(int Seed, int Size)> graphs, int iter, Func<Case, Task> check) => graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: drawn.Seed % 3 == 0);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            var (view, remote) = (await index.CatchUpAsync(RandomGraph.Day, Some.NoToken), await Remote.OfAsync(store));
            for (var i = 0; i < 3; i++)
            {
                await check(new Case(graph, remote, view, graph.NextScope()));
            }
        },
        iter: iter);

    // Sums of strengths are rounded to whole parts one by one in the search, and as a whole in the oracle.
    private static void AssertNearlyEqual(List<SecondDegreeRow> expected, List<SecondDegreeRow> rows)
    {
        Assert.Equal(expected.Select(row => row.Id).Order(), rows.Select(row => row.Id).Order());
        var byId = rows.ToDictionary(row => row.Id);
        foreach (var row in expected)
        {
            var found = byId[row.Id];
            Assert.Equal(row.Likelihood ?? 0, found.Likelihood ?? 0, 9);
            Assert.Equal(
                (row.CommonContacts, row.Ask, row.ToAsk, row.FromAsk),
                (found.CommonContacts, found.Ask, found.ToAsk, found.FromAsk));
        }

        var places = rows.Select(row => row.Place).ToList();
        Assert.Equal(places.OrderByDescending(place => place.Value).ThenBy(place => place.Id), places);
    }

    private static PathQuery NextPaths(RandomGraph graph)
    {
        var query = PathProperties.NextQuery(graph);
        query = query with { From = query.From ?? graph.Any(graph.People).Id };
        return graph.Random.Next(3) == 0 ? PathProperties.Choosing(graph.Random.Next())(graph, query) : query;
    }

    private static ReachQuery NextReach(RandomGraph graph)
    {
        var ways = PathProperties.NextQuery(graph);
        return new ReachQuery(ways.From, RandomGraph.Day)
        {
            HopsMax = graph.Random.Next(1, 5),
            ScoreMin = new TieStrength(graph.Random.Next(2) * graph.Random.Next(1, 8) / 10.0),
            HopDiscount = ways.HopDiscount,
            Through = ways.Through,
        };
    }

    private static SecondDegreeQuery NextSecondDegree(RandomGraph graph) => new(graph.Any(graph.People).Id, RandomGraph.Day)
    {
        Order = (SecondDegreeOrder)graph.Random.Next(2),
        RowsMax = graph.Random.Next(1, 8),
        Kind = graph.Random.Next(3) == 0 ? RecordKind.Contact : null,
        WorksAt = graph.Random.Next(8) == 0 ? graph.Records.OfType<Company>().FirstOrDefault()?.Id : null,
        StrengthMin = new TieStrength(graph.Random.Next(4) == 0 ? .3 : 0),
    };

    private static string Write(MapAnswer answer) => answer switch
    {
        MapAnswer.Found found => string.Join('\n', [
            .. found.People.Select(person => $"{person.Id} {person.Hops} {person.Score:G9}"),
            .. found.Ties.Select(tie => $"{tie.One} {tie.Other} {tie.Strength.Value:G9}"),
            .. found.Memberships.Select(one => $"{one.Person} {one.Group} {one.Record}"), $"{found.IsCut}",
        ]),
        MapAnswer.NotFound missing => $"not found {missing.Id}",
        _ => throw new ArgumentException("No such answer.", nameof(answer)),
    };

    private static string Write(ReachAnswer answer) => answer switch
    {
        ReachAnswer.Found found => string.Join(", ", found.Layers),
        ReachAnswer.GaveUp gave => $"gave up after {string.Join(", ", gave.Layers)}",
        ReachAnswer.NotFound missing => $"not found {missing.Id}",
        _ => throw new ArgumentException("No such answer.", nameof(answer)),
    };

    private sealed record Case(RandomGraph Graph, RemoteGraph Remote, GraphView View, ViewScope Scope);
}
