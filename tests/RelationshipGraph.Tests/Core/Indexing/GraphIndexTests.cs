using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage;

namespace RelationshipGraph.Tests.Core.Indexing;

public sealed class GraphIndexTests
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 20]);

    [Fact]
    public Task A_snapshot_with_its_delta_is_what_reading_anew_gives() => Graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            for (var i = 0; i < 12; i++)
            {
                await CommitAsync(store, graph.NextCommit());
                if (graph.Random.Next(3) > 0)
                {
                    await index.CatchUpAsync(Some.NoToken);
                }
            }

            var view = await index.CatchUpAsync(Some.NoToken);

            await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
            Assert.Equal(ViewText.Of(fresh.Current), ViewText.Of(view));
            Assert.Equal(fresh.Current.Sequence, view.Sequence);
            Assert.Equal(1, index.SnapshotsRead);
        },
        iter: 500);

    [Fact]
    public Task Strengths_after_commits_are_what_reading_anew_gives() => Graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: true);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            for (var i = 0; i < 12; i++)
            {
                await CommitAsync(store, graph.NextCommit());
                if (graph.Random.Next(3) > 0)
                {
                    await index.CatchUpAsync(NextDay(), Some.NoToken);
                }
            }

            var (day, other) = (NextDay(), NextDay());
            var view = await index.CatchUpAsync(day, Some.NoToken);
            var before = ViewText.Of(view);
            await index.CatchUpAsync(other, Some.NoToken);

            await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
            Assert.Equal(ViewText.Of(await fresh.CatchUpAsync(day, Some.NoToken)), before);
            Assert.Equal(before, ViewText.Of(view));
            Assert.Equal(1, index.SnapshotsRead);

            DateOnly NextDay() => RandomGraph.Day.AddDays(graph.Random.Next(2) == 0 ? 0 : graph.Random.Next(-100, 3));
        },
        iter: 1000);

    [Fact]
    public async Task A_company_that_becomes_sensitive_no_longer_strengthens_the_ties_of_its_staff()
    {
        var (company, kim, lone) = (Some.Company(), Some.Contact("Kim"), Some.Contact("Lone"));
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, [
            company, kim, lone, Some.WorksAt(kim, company), Some.WorksAt(lone, company),
            Some.Interaction(kim, lone, Some.Now.AddDays(-20), Channel.FaceToFace),
            Some.Interaction(lone, kim, Some.Now.AddDays(-3), Channel.FaceToFace),
        ]);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var before = ViewText.Of(await index.CatchUpAsync(Some.Today, Some.NoToken));

        var sensitive = (Company)Some.Next(company) with { IsSensitive = true };
        await CommitAsync(store, Some.Commit([new Change.Update(sensitive, company.Version)]));
        var after = ViewText.Of(await index.CatchUpAsync(Some.Today, Some.NoToken));

        await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
        Assert.Equal(ViewText.Of(await fresh.CatchUpAsync(Some.Today, Some.NoToken)), after);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public Task What_is_taken_in_at_once_is_what_the_feed_would_have_told() => Graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: drawn.Seed % 2 == 0);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            for (var i = 0; i < 12; i++)
            {
                var commit = graph.NextCommit();
                var done = Assert.IsType<CommitResult.Done>(await store.CommitAsync(commit, Some.NoToken));
                if (graph.Random.Next(4) > 0)
                {
                    index.Take(commit, done.Sequence);
                }

                // Either all of it or nothing yet.
                if (index.Current.Sequence == done.Sequence)
                {
                    await AssertIsAsStoredAsync(store, index.Current);
                }
                else if (graph.Random.Next(2) > 0)
                {
                    await index.CatchUpAsync(Some.NoToken);
                }
            }

            await AssertIsAsStoredAsync(store, await index.CatchUpAsync(Some.NoToken));
            Assert.Equal(1, index.SnapshotsRead);
        },
        iter: 300);

    [Fact]
    public async Task A_commit_that_is_taken_in_is_seen_without_the_store_and_one_that_is_not_the_next_waits_for_the_feed()
    {
        await using var store = new ReferenceGraphStore();
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var (first, second, third) = (Some.Contact(), Some.Contact(), Some.Contact());
        var (one, two, three) = (Some.Creating(first), Some.Creating(second), Some.Creating(third));
        await CommitAsync(store, one);
        await CommitAsync(store, two);
        await CommitAsync(store, three);

        index.Take(one, 1);
        index.Take(three, 3);

        Assert.True(index.Current.FindPerson(first.Id) >= 0);
        Assert.Equal(1, index.Current.Sequence);
        Assert.True(index.Current.FindPerson(third.Id) < 0);
        var view = await index.CatchUpAsync(Some.NoToken);
        Assert.All([first, second, third], contact => Assert.True(view.FindPerson(contact.Id) >= 0));
    }

    [Fact]
    public async Task A_node_that_goes_with_its_ties_is_left_to_the_feed()
    {
        await using var store = new ReferenceGraphStore();
        var (anna, bo) = (Some.Contact(), Some.Contact());
        await RandomGraph.FillAsync(store, [anna, bo, Some.Knows(anna, bo, .5)]);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var before = index.Current;
        var commit = Some.Creating() with { Changes = [new Change.Delete(bo.Id, bo.Version)] };
        var done = Assert.IsType<CommitResult.Done>(await store.CommitAsync(commit, Some.NoToken));

        index.Take(commit, done.Sequence);

        Assert.Same(before, index.Current);
        await AssertIsAsStoredAsync(store, await index.CatchUpAsync(Some.NoToken));
    }

    [Fact]
    public Task A_view_does_not_change_under_its_reader() => Graphs.SampleAsync(
        async drawn =>
        {
            var graph = new RandomGraph(drawn.Seed, drawn.Size);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
            await CommitAsync(store, graph.NextCommit());
            var view = await index.CatchUpAsync(Some.NoToken);
            var before = ViewText.Of(view);
            for (var i = 0; i < 5; i++)
            {
                await CommitAsync(store, graph.NextCommit());
                await index.CatchUpAsync(Some.NoToken);
            }

            Assert.Equal(before, ViewText.Of(view));
        },
        iter: 200);

    [Fact]
    public async Task A_follower_behind_the_feed_reads_everything_anew()
    {
        var graph = new RandomGraph(1, 12);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        for (var i = 0; i < 5; i++)
        {
            await CommitAsync(store, graph.NextCommit());
        }

        await store.TrimFeedAsync(5, Some.NoToken);
        var view = await index.CatchUpAsync(Some.NoToken);

        Assert.Equal(2, index.SnapshotsRead);
        await AssertIsAsStoredAsync(store, view);
    }

    [Fact]
    public async Task A_large_delta_is_swapped_for_a_new_snapshot()
    {
        var graph = new RandomGraph(2, 20);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, deltaLeast: 60, Some.NoToken);
        for (var i = 0; i < 2_000 && index.SnapshotsRead < 4; i++)
        {
            await CommitAsync(store, graph.NextCommit());
            await index.CatchUpAsync(Some.NoToken);
        }

        Assert.True(index.SnapshotsRead >= 4);
        await AssertIsAsStoredAsync(store, await index.CatchUpAsync(Some.NoToken));
    }

    [Fact]
    public async Task A_page_with_more_than_a_delta_is_read_as_a_whole()
    {
        await using var store = new ReferenceGraphStore();
        await using var index = await GraphIndex.OpenAsync(store, deltaLeast: 10, Some.NoToken);
        await RandomGraph.FillAsync(store, new RandomGraph(3, 20).Records);

        var view = await index.CatchUpAsync(Some.NoToken);

        Assert.Equal(2, index.SnapshotsRead);
        await AssertIsAsStoredAsync(store, view);
    }

    [Fact]
    public async Task What_is_committed_while_the_snapshot_is_read_is_in_it()
    {
        var graph = new RandomGraph(4, 20);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var busy = new BusyStore(store, graph);

        await using var index = await GraphIndex.OpenAsync(busy, Some.NoToken);

        Assert.True(busy.Commits > 5);
        await AssertIsAsStoredAsync(store, index.Current);
    }

    [Fact]
    public async Task Every_reader_sees_its_own_commit_however_many_there_are()
    {
        await using var store = new ReferenceGraphStore();
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);

        await Parallel.ForAsync(0, 200, async (_, ct) =>
        {
            var contact = Some.Contact();
            await CommitAsync(store, Some.Creating(contact));

            var view = await index.CatchUpAsync(ct);

            Assert.True(view.FindPerson(contact.Id) >= 0);
        });
        Assert.Equal(200, index.Current.PersonCount);
    }

    [Fact]
    public async Task A_store_that_fails_leaves_the_view_as_it_was()
    {
        var graph = new RandomGraph(5, 12);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var busy = new BusyStore(store, graph) { IsQuiet = true };
        await using var index = await GraphIndex.OpenAsync(busy, Some.NoToken);
        var before = index.Current;
        await CommitAsync(store, graph.NextCommit());
        busy.IsBroken = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => index.CatchUpAsync(Some.NoToken));

        Assert.Same(before, index.Current);
        busy.IsBroken = false;
        await AssertIsAsStoredAsync(store, await index.CatchUpAsync(Some.NoToken));
    }

    [Fact]
    public async Task A_cancelled_call_leaves_the_next_one_whole()
    {
        var graph = new RandomGraph(6, 12);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        await CommitAsync(store, graph.NextCommit());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.CatchUpAsync(new CancellationToken(canceled: true)));

        await AssertIsAsStoredAsync(store, await index.CatchUpAsync(Some.NoToken));
    }

    [Fact]
    public async Task Reading_anew_goes_on_when_its_caller_gives_up()
    {
        var graph = new RandomGraph(7, 12);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var busy = new BusyStore(store, graph) { IsQuiet = true };
        await using var index = await GraphIndex.OpenAsync(busy, Some.NoToken);
        await CommitAsync(store, graph.NextCommit());
        await CommitAsync(store, graph.NextCommit());
        await store.TrimFeedAsync(3, Some.NoToken);
        var gate = new TaskCompletionSource();
        busy.Gate = gate.Task;
        using var impatient = new CancellationTokenSource();
        var first = index.CatchUpAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        gate.SetResult();
        var view = await index.CatchUpAsync(Some.NoToken);

        Assert.Equal(2, busy.Readings);
        await AssertIsAsStoredAsync(store, view);
    }

    [Fact]
    public async Task A_group_costs_an_entry_a_member()
    {
        await using var store = new ReferenceGraphStore();
        var network = Some.Network();
        var contacts = Enumerable.Range(0, 300).Select(_ => Some.Contact()).ToList();
        await RandomGraph.FillAsync(store, [network, .. contacts, .. contacts.Select(one => Some.MemberOf(one, network))]);

        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);

        var view = index.Current;
        Assert.Equal(300, view.MembersOf(view.FindGroup(network.Id), out _).Length);
        Assert.All(contacts, one => Assert.Equal(1, view.JoiningsOf(view.FindPerson(one.Id)).Length));
    }

    private static async Task CommitAsync(IGraphStore store, Commit commit) =>
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(commit, Some.NoToken));

    private static async Task AssertIsAsStoredAsync(IGraphStore store, GraphView view)
    {
        await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
        Assert.Equal(ViewText.Of(fresh.Current), ViewText.Of(view));
    }
}
