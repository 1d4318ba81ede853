using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Many callers at once on one instance.</summary>
public abstract class ConcurrencyContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private const int Writers = 8;

    [SkippableFact]
    public async Task Commits_at_once_each_get_a_number_of_their_own_without_gaps()
    {
        await using var place = await OpenEmptyAsync();

        var sequences = await AtOnceAsync(Writers, async _ =>
        {
            var own = new List<long>();
            for (var i = 0; i < 10; i++)
            {
                own.Add(await place.Store.CreateAsync([.. Enumerable.Range(0, 20).Select(_ => Some.Contact())]));
            }

            return own;
        });

        var contacts = new PageQuery(RecordKind.Contact);
        Assert.Equal(10 * Writers * 20, await place.Store.CountAsync(contacts, ViewScope.All, Some.NoToken));
        Assert.All(sequences, own => Assert.Equal(own.Order(), own));
        Assert.Equal(Enumerable.Range(1, 10 * Writers).Select(n => (long)n), sequences.SelectMany(own => own).Order());
        var feed = await place.Store.ReadFeedAsync(0, 1_000, Some.NoToken);
        Assert.Equal(Enumerable.Range(1, 10 * Writers).Select(n => (long)n), feed.Entries.Select(entry => entry.Sequence));
    }

    [SkippableFact]
    public async Task Of_two_updates_of_one_version_one_is_done()
    {
        var bo = Some.Contact();
        await using var place = await OpenWithAsync(bo);

        var results = await AtOnceAsync(Writers, i => place.Store.CommitAsync(
            Some.Commit(Some.Updating(bo, one => one with { Title = $"{i}" })), Some.NoToken));

        Assert.Single(results.OfType<CommitResult.Done>());
        Assert.All(
            results.OfType<CommitResult.Refused>(),
            refused => Assert.Equal(RefusalReason.VersionConflict, Assert.Single(refused.Refusals).Reason));
    }

    [SkippableFact]
    public async Task Read_change_and_try_again_loses_no_update()
    {
        var bo = Some.Contact() with { Title = "0" };
        await using var place = await OpenWithAsync(bo);

        await AtOnceAsync(4, async _ =>
        {
            for (var done = 0; done < 5;)
            {
                var seen = (Contact)(await place.Store.ReadOneAsync(bo.Id))!;
                var next = Some.Updating(seen, one => one with { Title = $"{int.Parse(one.Title!) + 1}" });
                var result = await place.Store.CommitAsync(Some.Commit(next), Some.NoToken);
                done += result is CommitResult.Done ? 1 : 0;
            }

            return 0;
        });

        var last = Assert.IsType<Contact>(await place.Store.ReadOneAsync(bo.Id));
        Assert.Equal(("20", 21), (last.Title, last.Version));
    }

    [SkippableFact]
    public async Task One_commit_sent_many_times_at_once_is_done_once()
    {
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating([.. Enumerable.Range(0, 200).Select(_ => Some.Contact())]);

        var results = await AtOnceAsync(Writers, _ => place.Store.CommitAsync(commit, Some.NoToken));

        Assert.All(results, result => Assert.Equal(1, Assert.IsType<CommitResult.Done>(result).Sequence));
        Assert.Single(results, result => result is CommitResult.Done { IsRepeated: false });
        Assert.Equal(1, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
    }

    [SkippableFact]
    public async Task One_key_wanted_many_times_at_once_is_given_once()
    {
        await using var place = await OpenEmptyAsync();

        var results = await AtOnceAsync(Writers, _ => place.Store.CommitAsync(
            Some.Creating(Some.Contact() with { Source = "crm", ExternalId = "1" }), Some.NoToken));

        Assert.Single(results.OfType<CommitResult.Done>());
        Assert.Equal(1, await place.Store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
    }

    [SkippableFact]
    public async Task A_tie_and_the_end_of_its_node_at_once_leave_no_tie_without_an_end()
    {
        var (anna, contacts) = (Some.Employee(), Enumerable.Range(0, 20).Select(_ => Some.Contact()).ToList());
        await using var place = await OpenWithAsync([anna, .. contacts]);

        await AtOnceAsync(2, async writer =>
        {
            foreach (var contact in contacts)
            {
                var change = writer == 0 ? Some.Deleting(contact) : new Change.Create(Some.Knows(anna, contact));
                await place.Store.CommitAsync(Some.Commit(change), Some.NoToken);
            }

            return 0;
        });

        Assert.Empty(await place.Store.IdsAsync(new PageQuery(RecordKind.Knows)));
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }

    [SkippableFact]
    public async Task A_read_sees_commits_whole()
    {
        // Every commit makes and removes contacts by twos, each pair with one name and a tie.
        await using var place = await OpenEmptyAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                var (left, right) = (Some.Contact("Nord"), Some.Contact("Nord"));
                await place.Store.CreateAsync(left, right, Some.Knows(left, right));
                if (i % 3 == 2)
                {
                    await place.Store.WriteAsync(Some.Deleting(left), Some.Deleting(right));
                }
            }

            await stop.CancelAsync();
        });

        var contacts = new PageQuery(RecordKind.Contact) { RowsMax = Limits.BatchMax };
        while (!stop.IsCancellationRequested)
        {
            Assert.Equal(0, await place.Store.CountAsync(contacts, ViewScope.All, Some.NoToken) % 2);
            var page = await place.Store.ReadPageAsync(contacts, ViewScope.All, Some.NoToken);
            Assert.Equal(0, page.Records.Count % 2);
            Assert.Equal(0, (await place.Store.FoundAsync("nord")).Count % 2);
            var points = await place.Store.ReadPointsAsync(RecordKind.Contact, default, Limits.BatchMax, Some.NoToken);
            Assert.Equal(0, points.Points.Count % 2);
            var ids = page.Records.TakeLast(2).Select(record => record.Id).ToList();
            Assert.NotEqual(1, (await place.Store.ReadAsync(ids, ViewScope.All, Some.NoToken)).Count);
            var edges = await place.Store.EdgeIdsAsync(new EdgeQuery(RecordKind.Knows, Direction.Both, ids));
            Assert.True(edges.Values.Select(at => at.Length).Distinct().Count() <= 1, "One end of a tie is there.");
        }

        await writing;
    }

    [SkippableFact]
    public async Task A_follower_of_the_feed_sees_every_entry_once_in_order()
    {
        await using var place = await OpenEmptyAsync();
        var writing = AtOnceAsync(4, async _ =>
        {
            for (var i = 0; i < 10; i++)
            {
                await place.Store.CreateAsync(Some.Contact());
            }

            return 0;
        });

        var seen = new List<long>();
        while (seen.Count < 40)
        {
            var page = await place.Store.ReadFeedAsync(seen.Count == 0 ? 0 : seen[^1], 3, Some.NoToken);
            Assert.True(page.Reaches);
            seen.AddRange(page.Entries.Select(entry => entry.Sequence));
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), seen);
    }

    // All wait at one gate, so that none is done before the last has begun.
    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> work)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await gate.Task;
            return await work(i);
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }
}
