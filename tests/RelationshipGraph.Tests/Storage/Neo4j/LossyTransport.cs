using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>A wire on which something happens before or after a transaction that writes the feed.</summary>
internal sealed class LossyTransport(ICypherTransport wire) : ICypherTransport
{
    /// <summary>Runs before each transaction that moves the counter; may throw.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>Runs after it; may throw.</summary>
    public Func<Task>? AfterCommit { get; set; }

    /// <summary>Runs before a transaction is held open; may throw.</summary>
    public Func<CancellationToken, Task>? BeforeHold { get; set; }

    public static CypherException Lost() =>
        new(CypherFailure.Unreachable, "", "The connection broke.") { IsOutcomeUnknown = true };

    public Task<CypherServer> ConnectAsync(CancellationToken ct) => wire.ConnectAsync(ct);

    public async Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        var isCommit = access == CypherAccess.Write
            && steps().Any(step => step.Text.Contains(":Change {sequence", StringComparison.Ordinal));
        if (isCommit && BeforeCommit is { } before)
        {
            await before();
        }

        await wire.RunAsync(access, steps, ct);
        if (isCommit && AfterCommit is { } after)
        {
            await after();
        }
    }

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) => wire.RunAloneAsync(access, step, ct);

    public async Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct)
    {
        if (BeforeHold is { } before)
        {
            await before(ct);
        }

        return await wire.BeginAsync(access, ct);
    }

    public ValueTask DisposeAsync() => wire.DisposeAsync();
}
