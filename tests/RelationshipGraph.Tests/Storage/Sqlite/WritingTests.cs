using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Storage.Sqlite.Database;
using SQLitePCL;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>Writers beside readers, other writers and a disk that ends.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string File => _folder.File("graph.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_writer_waits_and_then_hears_that_the_store_is_busy()
    {
        await using var store = await OpenAsync();
        using var other = Connection.Open(File, raw.SQLITE_OPEN_READWRITE);
        other.Run("BEGIN IMMEDIATE");
        var started = TimeProvider.System.GetTimestamp();

        var failure = await Assert.ThrowsAsync<StoreBusyException>(
            () => store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken));
        var waited = TimeProvider.System.GetElapsedTime(started);
        var page = await store.ReadPageAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken);
        other.Run("ROLLBACK");
        var done = await store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken);

        Assert.Equal(ProblemCode.StoreBusy, failure.Code);
        Assert.True(failure.IsTransient);
        Assert.InRange(waited, Limits.WriterWait - TimeSpan.FromMilliseconds(50), Limits.WriterWait * 3);
        Assert.Empty(page.Records);
        Assert.Equal(new CommitResult.Done(1, false), done);
    }

    [Fact]
    public async Task A_follower_at_the_end_of_the_feed_hears_of_the_next_commit_of_any_program()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();
        for (var sequence = 0; sequence < 20; sequence++)
        {
            var nothing = await store.ReadFeedAsync(sequence, 10, Some.NoToken);
            await (sequence % 3 == 0 ? store : other).CommitAsync(Some.Creating(Some.Contact()), Some.NoToken);
            var next = await store.ReadFeedAsync(sequence, 10, Some.NoToken);

            Assert.Equal((sequence, true, 0), (nothing.LastSequence, nothing.Reaches, nothing.Entries.Count));
            Assert.Equal(sequence + 1, Assert.Single(next.Entries).Sequence);
            Assert.Equal((sequence + 1, true), (next.LastSequence, next.Reaches));
        }

        Assert.False((await store.ReadFeedAsync(21, 10, Some.NoToken)).Reaches);
        await other.TrimFeedAsync(20, Some.NoToken);
        Assert.True((await store.ReadFeedAsync(20, 10, Some.NoToken)).Reaches);
        Assert.False((await store.ReadFeedAsync(5, 10, Some.NoToken)).Reaches);
    }

    [Fact]
    public async Task A_writer_that_ends_in_time_is_waited_for()
    {
        await using var store = await OpenAsync();
        using var other = Connection.Open(File, raw.SQLITE_OPEN_READWRITE);
        other.Run("BEGIN IMMEDIATE");

        var commit = store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken);
        await Task.Delay(100);
        Assert.False(commit.IsCompleted);
        other.Run("ROLLBACK");

        Assert.Equal(new CommitResult.Done(1, false), await commit);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_and_nothing_is_done()
    {
        await using var store = await OpenAsync();
        using var other = Connection.Open(File, raw.SQLITE_OPEN_READWRITE);
        other.Run("BEGIN IMMEDIATE");
        using var stop = new CancellationTokenSource();

        var commit = store.CommitAsync(Some.Creating(Some.Contact()), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);
        other.Run("ROLLBACK");
        Assert.Equal(0, await store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_commit_whole_and_the_store_stays_usable()
    {
        await using var store = await OpenAsync();
        var anna = Some.Employee();
        await store.CommitAsync(Some.Creating(anna), Some.NoToken);
        await store.LimitPagesAsync(0);
        var many = Enumerable.Range(0, 2_000).Select(number => Some.Contact($"Contact {number}")).ToList();

        var failure = await Assert.ThrowsAsync<StoreFullException>(
            () => store.CommitAsync(Some.Creating([.. many]), Some.NoToken));
        var contacts = await store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken);
        var read = await store.ReadAsync([anna.Id], ViewScope.All, Some.NoToken);
        await store.LimitPagesAsync(1_000_000);
        var done = await store.CommitAsync(Some.Creating([.. many]), Some.NoToken);

        Assert.Equal(ProblemCode.StoreFull, failure.Code);
        Assert.Equal(0, contacts);
        Assert.Single(read);
        Assert.Equal(new CommitResult.Done(2, false), done);
        Assert.Empty(await store.CheckAsync(Some.NoToken));
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_whole_commits_only()
    {
        const int Commits = 150;
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();
        using var stop = new CancellationTokenSource();

        // Each commit makes a contact and a company, so that whoever sees one of them sees both.
        var readers = Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            var reader = number % 2 == 0 ? store : other;
            var seen = 0L;
            bool isLast;
            do
            {
                // The last look begins when all is written, however late this reader got its turn.
                isLast = stop.IsCancellationRequested;
                var feed = await reader.ReadFeedAsync(0, Commits, Some.NoToken);
                Assert.Equal(feed.LastSequence, feed.Entries.Count);
                Assert.True(feed.LastSequence >= seen);
                seen = feed.LastSequence;
                var ids = feed.Entries.SelectMany(entry => entry.Changes).Select(change => change.Id).ToList();
                Assert.Equal(ids.Count, (await reader.ReadAsync(ids, ViewScope.All, Some.NoToken)).Count);
            }
            while (!isLast);

            return seen;
        })).ToList();

        for (var i = 0; i < Commits; i++)
        {
            var writer = i % 3 == 0 ? other : store;
            Assert.IsType<CommitResult.Done>(
                await writer.CommitAsync(Some.Creating(Some.Contact(), Some.Company()), Some.NoToken));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.Equal(Commits, seen));
        Assert.Equal(Commits, (await other.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence);
    }

    [Fact]
    public async Task Commits_from_everywhere_at_once_get_numbers_without_gaps()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => (number % 2 == 0 ? store : other).CommitAsync(Some.Creating(Some.Contact()), Some.NoToken))));

        Assert.Equal(
            Enumerable.Range(1, 60).Select(number => (long)number),
            results.Cast<CommitResult.Done>().Select(done => done.Sequence).Order());
    }

    [Fact]
    public async Task A_cancelled_read_ends_and_the_store_stays_usable()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(Some.Creating([.. Enumerable.Range(0, 3_000).Select(_ => Some.Contact())]), Some.NoToken);
        var never = new RecordFilter.StartsWith(GraphModel.Of(RecordKind.Contact)["name"], "x");
        using var stop = new CancellationTokenSource();

        // Three thousand names are read in a moment, so the read is repeated until the end meets it.
        var reading = Task.Run(async () =>
        {
            while (true)
            {
                await store.CountAsync(new PageQuery(RecordKind.Contact) { Filter = never }, ViewScope.All, stop.Token);
            }
        });
        await Task.Delay(50);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(3_000, await store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
    }

    private Task<SqliteGraphStore> OpenAsync() =>
        SqliteGraphStore.OpenAsync(File, SqliteOpenMode.Create, TimeProvider.System, Some.NoToken);
}
