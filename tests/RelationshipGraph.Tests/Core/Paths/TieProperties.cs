using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;
using RelationshipGraph.Tests.Core.Indexing;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>Ties one by one and in lists: against the records, from a store as from the index, in two worlds.</summary>
public sealed class TieProperties
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 16]);

    [Fact]
    public Task A_tie_is_as_strong_as_the_records_say() => SampleAsync(400, async one =>
    {
        var (of, with) = (one.Graph.Any(one.Graph.People).Id, one.Graph.Any(one.Graph.People).Id);
        if (of == with)
        {
            return;
        }

        var answer = TieSearch.Read(one.View, [(of, with)], one.Scope)[(of, with)];

        var read = await TieSearch.ReadAsync(one.Remote, [(of, with)], one.Day, one.Scope, Some.NoToken);
        Assert.Equal(Write(answer), Write(read[(of, with)]));
        if (answer is not TieAnswer.Found(var tie))
        {
            Assert.False(one.Oracle().SeesNode(of) && one.Oracle().SeesNode(with));
            return;
        }

        var (now, earlier) = (one.Oracle().StrongestTie(of, with), one.Oracle(-TieReading.TrendDays).StrongestTie(of, with));
        Assert.Equal(now, tie.Reading.Strength?.Value ?? 0, 12);
        Assert.Equal(tie.Reading.Strength is null, tie.Reading.Unknown is not null);
        if (tie.Reading.Trend is { } trend && one.Graph.Records.TrueForAll(record => record.Visibility == Visibility.Everyone))
        {
            Assert.Equal(now - earlier, trend, 12);
        }

        var back = (TieAnswer.Found)TieSearch.Read(one.View, [(with, of)], one.Scope)[(with, of)];
        Assert.Equal(tie.Reading.Strength, back.Tie.Reading.Strength);
        Assert.Equal(
            tie.Reading.Channels.Select(c => (c.Pair.OutgoingCount, c.Pair.IncomingCount)),
            back.Tie.Reading.Channels.Select(c => (c.Pair.IncomingCount, c.Pair.OutgoingCount)));
    });

    [Fact]
    public Task The_strongest_ties_are_all_of_a_persons_in_order() => SampleAsync(300, async one =>
    {
        var of = one.Graph.Any(one.Graph.People).Id;
        var query = new TieListQuery(of, one.Day)
        {
            Kind = one.Graph.Random.Next(3) == 0 ? RecordKind.Contact : null,
            StrengthMin = new TieStrength(one.Graph.Random.Next(3) == 0 ? .2 : 0),
            RowsMax = one.Graph.Random.Next(1, 6),
        };
        var oracle = one.Oracle();
        if (!oracle.SeesNode(of))
        {
            Assert.IsType<TieListAnswer.NotFound>(TieSearch.List(one.View, query, one.Scope, Some.NoToken));
            return;
        }

        var rows = await AllAsync(one, query);

        var expected = oracle.People
            .Where(id => id != of && (query.Kind is not { } kind || id.Kind == kind))
            .Select(id => (Id: id, Strength: oracle.StrongestTie(of, id)))
            .Where(tie => tie.Strength > 0 && tie.Strength >= query.StrengthMin.Value)
            .ToList();
        Assert.Equal(expected.Select(tie => tie.Id).Order(), rows.Select(row => row.Tie.With).Order());
        var strengths = expected.ToDictionary(tie => tie.Id, tie => tie.Strength);
        Assert.All(rows, row => Assert.Equal(strengths[row.Tie.With], row.Tie.Reading.Strength!.Value.Value, 12));
        Assert.Equal(rows.OrderByDescending(row => row.Place.Value).ThenBy(row => row.Tie.With), rows);
    });

    [Fact]
    public Task A_fading_tie_loses_what_it_says() => SampleAsync(300, async one =>
    {
        var query = new TieListQuery(one.Graph.Random.Next(2) == 0 ? null : one.Graph.Employees[0].Id, one.Day)
        {
            Order = TieListOrder.Fading,
            RowsMax = one.Graph.Random.Next(1, 6),
        };
        if (TieSearch.List(one.View, query, one.Scope, Some.NoToken) is TieListAnswer.NotFound)
        {
            return;
        }

        var rows = await AllAsync(one, query);

        Assert.All(rows, row =>
        {
            Assert.InRange(row.Fading!.Loss, Fading.LossMin, 1);
            Assert.NotEmpty(row.Tie.Reading.Channels);
            Assert.Equal(row.Place.Value, row.Fading.Loss);
        });
        Assert.Equal(rows.OrderByDescending(row => row.Fading!.Loss).ThenBy(row => row.Tie.Of).ThenBy(row => row.Tie.With), rows);
    });

    [Fact]
    public Task What_is_hidden_or_discreet_changes_no_tie() => SampleAsync(300, async one =>
    {
        var scope = ViewScope.Of(one.Graph.Employees[0].Id, one.Graph.Employees.Take(2).Select(e => e.Id));
        var open = PathProperties.SeenOnly(one.Graph.Records, scope).Where(record =>
            record.Visibility != Visibility.Discreet || record.OwnerId == scope.Viewer
            || (record is Relationship tie && (tie.FromId == scope.Viewer || tie.ToId == scope.Viewer)));
        await using var other = new ReferenceGraphStore();
        await RandomGraph.FillAsync(other, [.. open]);
        await using var bare = await GraphIndex.OpenAsync(other, Some.NoToken);
        var bareView = await bare.CatchUpAsync(one.Day, Some.NoToken);
        foreach (var order in Enum.GetValues<TieListOrder>())
        {
            var query = new TieListQuery(one.Graph.Random.Next(2) == 0 ? null : one.Graph.Any(one.Graph.People).Id, one.Day)
            {
                Order = order,
            };
            var workMax = one.Graph.Random.Next(1, 2_000);

            var answer = TieSearch.List(one.View, new ViewTies(one.View.Declared), query, scope, workMax, Some.NoToken);

            var expected = TieSearch.List(bareView, new ViewTies(bareView.Declared), query, scope, workMax, Some.NoToken);
            Assert.Equal(Write(expected), Write(answer));
        }
    });

    private static async Task<List<ListedTie>> AllAsync(Case one, TieListQuery query)
    {
        var rows = new List<ListedTie>();
        while (true)
        {
            var answer = TieSearch.List(one.View, query, one.Scope, Some.NoToken);
            Assert.Equal(Write(answer), Write(await TieSearch.ListAsync(one.Remote, query, one.Scope, Some.NoToken)));
            var found = Assert.IsType<TieListAnswer.Found>(answer);
            rows.AddRange(found.Rows);
            if (!found.HasMore)
            {
                Assert.Equal(found.Total, rows.Count);
                return rows;
            }

            query = query with { After = found.Rows[^1].Place };
        }
    }

    private static Task SampleAsync(int iter, Func<Case, Task> check) => Graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: true);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            var day = RandomGraph.Day.AddDays(graph.Random.Next(2) == 0 ? 0 : graph.Random.Next(-200, 3));
            var (view, remote) = (await index.CatchUpAsync(day, Some.NoToken), await Remote.OfAsync(store));
            for (var i = 0; i < 3; i++)
            {
                await check(new Case(graph, remote, view, graph.NextScope(), day));
            }
        },
        iter: iter);

    private static string Write(TieAnswer answer) => answer switch
    {
        TieAnswer.NotFound one => $"not found {one.Id}",
        TieAnswer.Found found => Write(found.Tie),
        _ => throw new ArgumentException("No such answer.", nameof(answer)),
    };

    private static string Write(TieListAnswer answer) => answer switch
    {
        TieListAnswer.NotFound one => $"not found {one.Id}",
        TieListAnswer.GaveUp gave => $"gave up at {gave.Limit} = {gave.Max}",
        TieListAnswer.Found found => string.Join(
            '\n',
            found.Rows.Select(row => $"{Write(row.Tie)} {row.Fading} {row.Place}").Prepend($"{found.Total} {found.HasMore}")),
        _ => throw new ArgumentException("No such answer.", nameof(answer)),
    };

    private static string Write(FoundTie tie) =>
        $"{tie.Of} {tie.With} {tie.Knows} {tie.Reading.Strength} {tie.Reading.Trend} {tie.Reading.ColdOn} {tie.Reading.Alive} "
        + $"{tie.Reading.Declared} {string.Join(", ", tie.Reading.Channels)}";

    private sealed record Case(RandomGraph Graph, RemoteGraph Remote, GraphView View, ViewScope Scope, DateOnly Day)
    {
        public PathOracle Oracle(int days = 0) => new(
            Graph.Records, new PathQuery(Graph.People[0].Id, null, Day.AddDays(days)), Scope);
    }
}
