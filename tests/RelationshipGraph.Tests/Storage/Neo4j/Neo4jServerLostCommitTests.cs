using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>Commits whose answer is lost on the way.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerLostCommitTests
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_is_done_once_whether_or_not_it_was_done_when_its_answer_was_lost(bool wasDone)
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        var wire = new LossyTransport(Neo4jServer.Connect());
        await using var store = await OpenAsync(wire);
        var losses = new Losses(1);
        (wire.BeforeCommit, wire.AfterCommit) = wasDone ? (default(Func<Task>), (Func<Task>)losses.Lose) : (losses.Lose, null);

        var bo = Some.Contact("Bo");
        var result = await store.CommitAsync(Some.Creating(bo), Some.NoToken);

        Assert.Equal(new CommitResult.Done(1, IsRepeated: wasDone), result);
        Assert.Equal(bo, await place.Store.ReadOneAsync(bo.Id));
        Assert.Single((await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).Entries);
    }

    [SkippableFact]
    public async Task Who_was_refused_in_a_group_that_was_lost_is_not_written_afterwards()
    {
        var taken = Some.Contact("Bo") with { Source = "crm", ExternalId = "1" };
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        await place.Store.CreateAsync(taken);
        var wire = new LossyTransport(Neo4jServer.Connect());
        await using var store = await OpenAsync(wire);
        var (gate, losses) = (new TaskCompletionSource(), new Losses(1));
        wire.BeforeCommit = () => gate.Task;

        // The first makes the others wait for each other, and so be one group.
        var first = store.CreateAsync(Some.Contact());
        var done = Task.Run(() => store.CommitAsync(Some.Creating(Some.Contact("Eva")), Some.NoToken));
        var late = Some.Contact("Ib") with { Source = "crm", ExternalId = "1" };
        var refused = Task.Run(() => store.CommitAsync(Some.Creating(late), Some.NoToken));
        wire.AfterCommit = async () =>
        {
            if (losses.Left > 0 && first.IsCompleted)
            {
                await place.Store.WriteAsync(Some.Deleting(taken));
                await losses.Lose();
            }
        };
        await Task.Delay(TimeSpan.FromMilliseconds(200), Some.NoToken);
        gate.SetResult();
        await first;

        Assert.IsType<CommitResult.Done>(await done);
        Assert.IsType<CommitResult.Refused>(await refused);
        Assert.Null(await place.Store.ReadOneAsync(late.Id));
    }

    [SkippableFact]
    public async Task After_a_lost_answer_nobody_is_told_that_nothing_was_done()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        var wire = new LossyTransport(Neo4jServer.Connect());
        await using var store = await OpenAsync(wire);
        var losses = new Losses(1);

        // After the loss another one is always faster, and then the counter is not to be had.
        wire.BeforeCommit = async () =>
        {
            await losses.Lose();
            await place.Store.CreateAsync(Some.Contact());
        };
        wire.BeforeHold = ct => Task.Delay(Timeout.Infinite, ct);

        var commit = Some.Creating(Some.Contact("Bo"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync(commit, Some.NoToken));
    }

    private static Task<Neo4jGraphStore> OpenAsync(LossyTransport wire) =>
        Neo4jGraphStore.OpenAsync(wire, Neo4jOpenMode.Existing, TimeProvider.System, Some.NoToken);

    private sealed class Losses(int count)
    {
        public int Left { get; private set; } = count;

        public Task Lose() => Left-- > 0 ? throw LossyTransport.Lost() : Task.CompletedTask;
    }
}
