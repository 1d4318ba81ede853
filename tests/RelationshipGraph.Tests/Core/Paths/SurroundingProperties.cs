using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Indexing;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

public sealed class SurroundingProperties
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 16]);

    private static readonly Gen<(int Seed, int Size)> Crowds = Gen.Select(Gen.Int, Gen.Int[20, 60]);

    [Fact]
    public Task A_surrounding_answers_as_the_whole_graph() => Graphs.SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, ofGroups: false), iter: 1500);

    [Fact]
    public Task A_surrounding_answers_as_the_whole_graph_in_a_crowd() => Crowds.SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, ofGroups: false), iter: 400);

    [Fact]
    public Task A_surrounding_answers_as_the_whole_graph_through_groups() => Gen.OneOf(Graphs, Crowds).SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, ofGroups: true), iter: 800);

    // Seats hang on three records; in the other graphs few of them are whole.
    [Fact]
    public Task A_surrounding_answers_as_the_whole_graph_through_seats() => Graphs.SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, ofGroups: false, ofSeats: true), iter: 800);

    [Fact]
    public Task A_surrounding_answers_as_the_whole_graph_among_contacts() => Gen.OneOf(Graphs, Crowds).SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, ofGroups: false, ofContacts: true), iter: 800);

    [Fact]
    public Task What_is_hidden_changes_no_answer_whatever_the_bound() => Gen.OneOf(Graphs, Crowds).SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: drawn.Seed % 2 == 0);
            var scope = ViewScope.Of(graph.Employees[0].Id, graph.Employees.Take(2).Select(one => one.Id));
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var other = new ReferenceGraphStore();
            await RandomGraph.FillAsync(other, PathProperties.SeenOnly(graph.Records, scope));
            var (remote, bare) = (await Remote.OfAsync(store), await Remote.OfAsync(other));
            for (var i = 0; i < 4; i++)
            {
                var (query, recordsMax) = (NextQuery(graph), graph.Random.Next(1, 4 * drawn.Size));

                var answer = await SurroundingSearch.FindAsync(remote, query, scope, recordsMax, Some.NoToken);

                var expected = await SurroundingSearch.FindAsync(bare, query, scope, recordsMax, Some.NoToken);
                Assert.Equal(PathOracle.Write(expected), PathOracle.Write(answer));
            }
        },
        iter: 800);

    [Fact]
    public Task Paths_found_within_a_bound_that_was_met_are_paths() => Crowds.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            var (query, scope) = (NextQuery(graph), graph.NextScope());
            var (recordsMax, remote) = (graph.Random.Next(1, drawn.Size), await Remote.OfAsync(store));

            var answer = await SurroundingSearch.FindAsync(remote, query, scope, recordsMax, Some.NoToken);

            var whole = IntroductionSearch.Find(index.Current, query, scope, Some.NoToken);
            if (answer is PathAnswer.GaveUp gaveUp)
            {
                Assert.Equal(nameof(Limits.SurroundingRecordsMax), gaveUp.Limit);
                Assert.Equal(recordsMax, gaveUp.Max);
                Assert.True(gaveUp.Paths.Count <= query.PathsMax);
                Assert.True(whole is PathAnswer.Found || gaveUp.Paths.Count == 0);
            }
            else
            {
                Assert.Equal(PathOracle.Write(whole), PathOracle.Write(answer));
            }
        },
        iter: 500);

    private static async Task AssertAgreesAsync(int seed, int size, bool ofGroups, bool ofSeats = false, bool ofContacts = false)
    {
        var graph = new RandomGraph(seed, size, ofGroups, ofContacts);
        for (var i = 12 * size; ofSeats && i > 0; i--)
        {
            if (graph.NewRelationship() is { } one and (Holds or SeatIn))
            {
                graph.Records.Add(one);
            }
        }

        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var remote = await Remote.OfAsync(store);
        for (var i = 0; i < 4; i++)
        {
            var (query, scope) = (NextQuery(graph), graph.NextScope());
            query = i > 0 ? query : PathProperties.Choosing(seed)(graph, query);

            var answer = await SurroundingSearch.FindAsync(remote, query, scope, Some.NoToken);

            var view = await index.CatchUpAsync(query.AsOf, Some.NoToken);
            var expected = IntroductionSearch.Find(view, query, scope, Some.NoToken);
            Assert.Equal(PathOracle.Write(expected), PathOracle.Write(answer));
        }
    }

    private static PathQuery NextQuery(RandomGraph graph) => PathProperties.NextQuery(graph) with
    {
        AsOf = RandomGraph.Day.AddDays(graph.Random.Next(3) == 0 ? graph.Random.Next(-2000, 900) : 0),
        PathsMax = graph.Random.Next(2) == 0 ? graph.Random.Next(1, 4) : graph.Random.Next(1, 21),
    };
}
