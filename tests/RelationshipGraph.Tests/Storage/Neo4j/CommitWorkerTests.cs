using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Commits;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j;

public sealed class CommitWorkerTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_said_before_the_caller_goes()
    {
        await using var wire = new DeadWire();
        using var applied = new AppliedCommits(wire, mayWrite: true, wire.Time);
        await using var worker = new CommitWorker(wire, applied, wire.Time);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => worker.CommitAsync(Some.Commit(), Some.NoToken));

        Assert.Equal(1, wire.Tries);
    }

    [Fact]
    public async Task Those_who_waited_meanwhile_are_told_that_too_and_not_of_another_writer()
    {
        await using var wire = new DeadWire { Gate = new TaskCompletionSource() };
        using var applied = new AppliedCommits(wire, mayWrite: true, wire.Time);
        await using var worker = new CommitWorker(wire, applied, wire.Time);
        var first = worker.CommitAsync(Some.Commit(), Some.NoToken);
        await BoltTestKit.UntilAsync(() => wire.Tries == 1);
        var second = worker.CommitAsync(Some.Commit(), Some.NoToken);
        wire.Time.Pass(Limits.WriterWait);
        wire.Gate.SetResult();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => first);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => second);
        Assert.Equal(1, wire.Tries);
    }

    /// <summary>Each try takes as long as tries may.</summary>
    private sealed class DeadWire : ICypherTransport
    {
        public HurriedTime Time { get; } = BoltTestKit.Standstill;

        public TaskCompletionSource? Gate { get; init; }

        public int Tries { get; private set; }

        public async Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
        {
            Tries++;
            await (Gate?.Task ?? Task.CompletedTask);
            Time.Pass(Limits.WriterWait);
            throw BoltFailures.Unreachable("Nobody is there.");
        }

        public Task<CypherServer> ConnectAsync(CancellationToken ct) => throw new NotSupportedException();

        public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
