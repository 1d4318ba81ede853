using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Indexing;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

public sealed class SurroundingSearchTests
{
    private readonly Employee _me = Some.Employee("Me");
    private readonly Employee _owner = Some.Employee("Owner");
    private readonly Contact _target = Some.Contact("Target");
    private readonly Network _network = Some.Network();
    private readonly Company _company = Some.Company();

    [Fact]
    public Task Round_trips_hang_on_the_hops_and_not_on_the_graph() => Gen.Select(Gen.Int, Gen.Int[5, 60]).SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Item1, drawn.Item2, ofGroups: drawn.Item1 % 2 == 0);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            for (var i = 0; i < 4; i++)
            {
                var (query, scope) = (PathProperties.NextQuery(graph), graph.NextScope());
                var waves = new WaveStore(store);
                var contacts = await (await Remote.OfAsync(store)).ContactsOn(query.AsOf, Some.NoToken);
                var remote = new RemoteGraph(waves, (_, _) => Task.FromResult(contacts));

                await waves.RunAsync(() => SurroundingSearch.FindAsync(remote, query, scope, Some.NoToken));

                // One more a hop where employees have left: whom they met in networks is looked for at once.
                Assert.InRange(waves.Waves, 1, (3 * query.HopsMax) + 5);
                Assert.InRange(waves.Calls, 1, (20 * query.HopsMax) + 30);
            }
        },
        iter: 300);

    // The largest company that joins anybody has 626 memberships that everyone may see; others of it count for nothing.
    [Theory]
    [InlineData(626, 0)]
    [InlineData(627, 0)]
    [InlineData(626, 700)]
    [InlineData(3, 5_500)]
    public async Task A_large_company_joins_by_what_everyone_may_see_of_it(int seen, int hidden)
    {
        var others = Enumerable.Range(0, seen + hidden - 2).Select(_ => Some.Contact()).ToList();
        List<Record> records = [.. others, Some.WorksAt(_me, _company), Some.WorksAt(_target, _company)];
        records.AddRange(others.Take(seen - 2).Select(one => Some.WorksAt(one, _company)));
        records.AddRange(others.Skip(seen - 2).Select(one => Hidden(Some.WorksAt(one, _company))));

        // The last of those with a hidden job is a bridge, so that somebody far down the list matters.
        records.Add(Some.Knows(others[^1], _target, .9));

        await AssertSameAsync(records, ViewScope.Of(_owner.Id, []));
        await AssertSameAsync(records, ViewScope.Public);
    }

    [Fact]
    public async Task A_person_with_more_ties_than_one_page_has_all_of_them()
    {
        var others = Enumerable.Range(0, 5_600).Select(_ => Some.Contact()).ToList();
        List<Record> records = [.. others, .. others.Select(one => Some.Knows(_target, one, .5))];
        records.Add(Some.Knows(_me, others[4_000], .9));
        records.Add(Some.Knows(_me, others[^1], .8) with { Visibility = Visibility.Discreet, OwnerId = _owner.Id });

        await AssertSameAsync(records, ViewScope.Public);
    }

    [Fact]
    public async Task A_seat_counts_its_holders_in_the_size_of_a_network()
    {
        var (seat, other) = (Some.Seat(null, null), Some.Seat(null, null));
        List<Record> records =
        [
            seat, other, Some.MemberOf(_target, _network), Some.Holds(_me, seat), Some.SeatIn(seat, _network),
            Some.Holds(_owner, other), Some.Holds(_me, other), Some.SeatIn(other, _network),
        ];

        await AssertSameAsync(records, ViewScope.Public);
        await AssertSameAsync([.. records.Select(one => one == other ? Hidden(other) : one)], ViewScope.Public);
    }

    [Fact]
    public async Task A_holder_whom_not_everyone_sees_is_not_counted_in_the_size_of_a_network()
    {
        var (seat, hidden) = (Some.Seat(null, null), Hidden(Some.Employee()));
        List<Record> records =
        [
            hidden, seat, Some.MemberOf(_target, _network), Some.Holds(_me, seat), Some.SeatIn(seat, _network),
            Some.Holds(hidden, seat),
        ];

        await AssertSameAsync(records, ViewScope.All);
        await AssertSameAsync(records, ViewScope.Of(_owner.Id, []));
    }

    [Fact]
    public async Task A_bound_that_is_met_is_said_with_what_was_found()
    {
        var others = Enumerable.Range(0, 300).Select(_ => Some.Contact()).ToList();
        await using var store = await StoreAsync(
        [
            .. others, .. others.Select(one => Some.Knows(_target, one, .5)), Some.Knows(_me, others[0], .9),
            .. others.Skip(1).Select(one => Some.Knows(others[0], one, .1)),
        ]);
        var query = new PathQuery(_target.Id, _me.Id, Some.Today);

        var answer = await SurroundingSearch.FindAsync(await Remote.OfAsync(store), query, ViewScope.Public, 250, Some.NoToken);
        var enough = await SurroundingSearch.FindAsync(await Remote.OfAsync(store), query, ViewScope.Public, 700, Some.NoToken);

        var gaveUp = Assert.IsType<PathAnswer.GaveUp>(answer);
        Assert.Equal((nameof(Limits.SurroundingRecordsMax), 250), (gaveUp.Limit, gaveUp.Max));
        Assert.NotEmpty(gaveUp.Paths);
        Assert.IsType<PathAnswer.Found>(enough);
    }

    [Fact]
    public async Task Whoever_is_dearer_than_the_paths_found_is_not_looked_at()
    {
        // One strong way, and a weak one into a crowd: the crowd would meet the bound.
        var crowd = Enumerable.Range(0, 500).Select(_ => Some.Contact()).ToList();
        await using var store = await StoreAsync(
        [
            .. crowd, Some.Knows(_me, _target, .9), Some.Knows(_target, crowd[0], .1),
            .. crowd.Skip(1).Select(one => Some.Knows(crowd[0], one, .9)),
        ]);
        var query = new PathQuery(_target.Id, null, Some.Today) { PathsMax = 1 };

        var answer = await SurroundingSearch.FindAsync(await Remote.OfAsync(store), query, ViewScope.Public, 100, Some.NoToken);

        Assert.Single(Assert.IsType<PathAnswer.Found>(answer).Paths);
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused_before_anything_is_read()
    {
        await using var store = await StoreAsync([]);
        var remote = await Remote.OfAsync(store);
        var query = new PathQuery(_target.Id, _me.Id, Some.Today) { HopsMax = 7 };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => SurroundingSearch.FindAsync(remote, query, ViewScope.All, Some.NoToken));
    }

    private async Task AssertSameAsync(List<Record> records, ViewScope scope)
    {
        await using var store = await StoreAsync(records);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        foreach (var from in (RecordId?[])[_me.Id, null])
        {
            foreach (var to in (RecordId[])[_target.Id, _company.Id])
            {
                var query = new PathQuery(to, from, Some.Today) { HopsMax = 3 };

                var answer = await SurroundingSearch.FindAsync(await Remote.OfAsync(store), query, scope, Some.NoToken);

                var expected = IntroductionSearch.Find(index.Current, query, scope, Some.NoToken);
                Assert.Equal(PathOracle.Write(expected), PathOracle.Write(answer));
            }
        }
    }

    private T Hidden<T>(T record)
        where T : Record =>
        record with { Visibility = Visibility.Owner, OwnerId = _owner.Id };

    private async Task<ReferenceGraphStore> StoreAsync(IEnumerable<Record> records)
    {
        var store = new ReferenceGraphStore();
        foreach (var batch in ((List<Record>)[_me, _owner, _target, _network, _company, .. records])
            .OrderBy(one => one is Relationship).Chunk(Limits.CommitChangesMax))
        {
            await RandomGraph.FillAsync(store, batch);
        }

        return store;
    }
}
