using System.Collections.Concurrent;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>A wire that remembers every statement that goes over it, once, with the parameters it first had.</summary>
internal sealed class RecordingTransport(ICypherTransport inner) : ICypherTransport
{
    private readonly ConcurrentDictionary<string, CypherStep> _statements = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CypherStep> Statements => [.. _statements.Values];

    public Task<CypherServer> ConnectAsync(CancellationToken ct) => inner.ConnectAsync(ct);

    public Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct) =>
        inner.RunAsync(access, () => Remembered(steps()), ct);

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) =>
        inner.RunAloneAsync(access, Remembered([step])[0], ct);

    public async Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct) =>
        new Transaction(this, await inner.BeginAsync(access, ct));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private IReadOnlyList<CypherStep> Remembered(IReadOnlyList<CypherStep> steps)
    {
        foreach (var step in steps)
        {
            _statements.TryAdd(step.Text, step with { OnRow = null });
        }

        return steps;
    }

    private sealed class Transaction(RecordingTransport outer, ICypherTransaction inner) : ICypherTransaction
    {
        public Task RunAsync(IReadOnlyList<CypherStep> steps, CancellationToken ct) =>
            inner.RunAsync(outer.Remembered(steps), ct);

        public Task CommitAsync(CancellationToken ct) => inner.CommitAsync(ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
