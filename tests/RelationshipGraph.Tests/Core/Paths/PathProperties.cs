using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Indexing;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

public sealed class PathProperties
{
    // Small on purpose: wrong rules show on a handful of people, and small cases can be read.
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 14]);

    private static readonly Gen<(int Seed, int Size)> Crowds = Gen.Select(Gen.Int, Gen.Int[20, 34]);

    private static readonly Gen<(int Seed, int Size)> Comings = Gen.Select(Gen.Int, Gen.Int[6, 16]);

    // Between bands, where they begin, and above the last.
    private static readonly double[] StrengthsMin = [.1, .15, .3, .3, .4, .5, .7, .8];

    [Fact]
    public Task The_search_agrees_with_trying_every_path() => Graphs.SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, (_, query) => query), iter: 2000);

    // Where ways cross: wrong bounds and wrong shortcuts show where many lead to the same people.
    [Fact]
    public Task The_search_agrees_with_trying_every_path_in_a_crowd() => Crowds.SampleAsync(
        drawn => AssertAgreesAsync(
            drawn.Seed, drawn.Size, (_, query) => query with { HopsMax = 4, PathsMax = Math.Min(query.PathsMax, 3) }),
        iter: 300);

    // Searches by ties alone go ways of their own: from both ends, or by what one tie to an employee makes sure.
    [Fact]
    public Task The_search_agrees_with_trying_every_path_by_ties() => Gen.OneOf(Graphs, Crowds).SampleAsync(
        drawn => AssertAgreesAsync(
            drawn.Seed, drawn.Size,
            (_, query) => query with
            {
                Through = Through.Person,
                HopsMax = Math.Min(query.HopsMax, TieRun.HopsMax),
                PathsMax = query.From is null ? 1 : query.PathsMax,
            },
            ofContacts: drawn.Seed % 2 == 0),
        iter: 600);

    // Where it matters by which membership a group was entered.
    [Fact]
    public Task The_search_agrees_with_trying_every_path_through_groups() => Comings.SampleAsync(
        drawn => AssertAgreesAsync(
            drawn.Seed, drawn.Size, (_, query) => query with { HopsMax = Math.Max(4, query.HopsMax), Through = Through.All },
            ofGroups: true),
        iter: 800);

    [Fact]
    public Task The_search_agrees_with_trying_every_path_among_contacts() => Graphs.SampleAsync(
        drawn => AssertAgreesAsync(
            drawn.Seed, drawn.Size,
            (_, query) => query with
            {
                HopsMax = Math.Min(4, query.HopsMax),
                AsOf = drawn.Seed % 3 == 0 ? RandomGraph.Day.AddDays(-(Math.Abs(drawn.Seed) % 100)) : query.AsOf,
            },
            ofContacts: true),
        iter: 800);

    [Fact]
    public Task The_search_agrees_with_trying_every_path_whoever_is_avoided_or_required() => Graphs.SampleAsync(
        drawn => AssertAgreesAsync(drawn.Seed, drawn.Size, Choosing(drawn.Seed), ofContacts: drawn.Seed % 2 == 0), iter: 1500);

    [Fact]
    public Task What_is_hidden_changes_no_answer_and_no_work() => Gen.OneOf(Graphs, Crowds).SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: drawn.Seed % 2 == 0);
            var scope = ViewScope.Of(graph.Employees[0].Id, graph.Employees.Take(2).Select(one => one.Id));
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var other = new ReferenceGraphStore();
            await RandomGraph.FillAsync(other, SeenOnly(graph.Records, scope));
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            await using var bare = await GraphIndex.OpenAsync(other, Some.NoToken);
            for (var i = 0; i < 4; i++)
            {
                var (query, workMax) = (NextQuery(graph), graph.Random.Next(1, 20 * drawn.Size));
                query = i % 2 == 0 ? query : Choosing(drawn.Seed)(graph, query);

                var view = await index.CatchUpAsync(query.AsOf, Some.NoToken);
                var bareView = await bare.CatchUpAsync(query.AsOf, Some.NoToken);

                var answer = IntroductionSearch.Find(view, query, scope, workMax, Some.NoToken);

                var expected = IntroductionSearch.Find(bareView, query, scope, workMax, Some.NoToken);
                Assert.Equal(PathOracle.Write(expected), PathOracle.Write(answer));
            }
        },
        iter: 1000);

    [Fact]
    public async Task A_discreet_tie_of_people_who_are_hidden_takes_no_work()
    {
        var (me, carl) = (Some.Employee("Me"), Some.Employee("Carl"));
        var (bo, anna, target) = (Some.Contact("Bo"), Some.Contact("Anna"), Some.Contact("Target"));
        List<Record> seen = [
            me, carl, bo, anna, target, Some.Knows(me, bo, .9), Some.Knows(bo, target, .9), Some.Knows(me, anna, .5),
            Some.Knows(anna, target, .5), Some.Knows(bo, anna, .8),
        ];
        var (kim, lone) = (Hidden("Kim"), Hidden("Lone"));
        var discreet = Some.Knows(kim, lone, .5) with { Visibility = Visibility.Discreet, OwnerId = carl.Id };
        var (index, bare) = (await OpenAsync([.. seen, kim, lone, discreet]), await OpenAsync(seen));
        var query = new PathQuery(target.Id, me.Id, Some.Today)
        {
            PathsMax = 3,
            Through = Through.Person,
            Avoid = ValueList.From([bo.Id]),
        };

        for (var workMax = 1; workMax < 60; workMax++)
        {
            Assert.Equal(Found(bare, workMax), Found(index, workMax));
        }

        Contact Hidden(string name) => Some.Contact(name) with { Visibility = Visibility.Owner, OwnerId = carl.Id };

        static async Task<GraphView> OpenAsync(IEnumerable<Record> records)
        {
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            return await index.CatchUpAsync(Some.Today, Some.NoToken);
        }

        string Found(GraphView view, long workMax) =>
            PathOracle.Write(IntroductionSearch.Find(view, query, ViewScope.Of(me.Id, []), workMax, Some.NoToken));
    }

    private static async Task AssertAgreesAsync(
        int seed, int size, Func<RandomGraph, PathQuery, PathQuery> change, bool ofGroups = false, bool ofContacts = false)
    {
        var graph = new RandomGraph(seed, size, ofGroups, ofContacts);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        for (var i = 0; i < 4; i++)
        {
            var (query, scope) = (change(graph, NextQuery(graph)), graph.NextScope());

            var view = await index.CatchUpAsync(query.AsOf, Some.NoToken);
            var answer = IntroductionSearch.Find(view, query, scope, Some.NoToken);

            Assert.Equal(new PathOracle(graph.Records, query, scope).Answer(), PathOracle.Write(answer));
        }
    }

    /// <summary>Makes a question choose among paths by the people they lead over.</summary>
    internal static Func<RandomGraph, PathQuery, PathQuery> Choosing(int seed) => (graph, query) =>
    {
        var people = graph.People.Select(one => one.Id).Where(id => id != query.From && id != query.To).ToList();
        var avoid = people.Where(_ => graph.Random.Next(4) == 0 && seed % 3 != 0).ToList();
        var others = people.Except(avoid).ToList();
        return query with
        {
            HopsMax = Math.Min(4, query.HopsMax),
            Avoid = ValueList.From(avoid),
            Require = graph.Random.Next(3) == 0 && others.Count > 0 ? graph.Any(others) : null,
            Among = query.To.Kind == RecordKind.Company && graph.Random.Next(2) == 0
                ? ValueList.From(people.Where(_ => graph.Random.Next(2) == 0))
                : null,
            IsDiverse = graph.Random.Next(3) == 0,
            IsDeclaredOnly = graph.Random.Next(3) == 0,
        };
    };

    /// <summary>A question of any sort.</summary>
    internal static PathQuery NextQuery(RandomGraph graph)
    {
        var random = graph.Random;
        var to = random.Next(5) == 0 ? graph.Any(graph.Companies).Id : graph.Any(graph.People).Id;
        return new PathQuery(to, random.Next(3) == 0 ? null : graph.Any(graph.People).Id, RandomGraph.Day)
        {
            HopsMax = random.Next(1, 7),
            PathsMax = random.Next(3) == 0 ? 1 : random.Next(1, 21),
            StrengthMin = new TieStrength(random.Next(4) == 0 ? graph.Any(StrengthsMin) : 0),
            HopDiscount = random.Next(3) == 0 ? 1 : .8,
            Through = random.Next(3) == 0 ? (Through)random.Next(1, 8) : Through.All,
        };
    }

    /// <summary>The graph without what the viewer may not see. Discreet ties of others are not hidden: they count.</summary>
    internal static List<Record> SeenOnly(List<Record> records, ViewScope scope)
    {
        var nodes = records.Where(record => record is Node && Sees(record)).ToDictionary(record => record.Id);
        return [.. nodes.Values, .. records.OfType<Relationship>().Where(tie =>
            nodes.ContainsKey(tie.FromId) && nodes.TryGetValue(tie.ToId, out var to) && !Sensitivity.Of(to)
            && (Sees(tie) || tie.Visibility == Visibility.Discreet))];

        bool Sees(Record record) =>
            record.Visibility == Visibility.Everyone || record.OwnerId == scope.Viewer
            || (record.Visibility == Visibility.Team && scope.Team.Contains(record.OwnerId!.Value));
    }
}
