using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Indexing;

/// <summary>A store in which somebody writes before every batch of a stream, and that breaks when it is told to.</summary>
internal sealed class BusyStore(IGraphStore store, RandomGraph graph) : IGraphStore
{
    public int Commits { get; private set; }

    /// <summary>Whether nobody writes.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether records can no longer be read by their ids.</summary>
    public bool IsBroken { get; set; }

    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) =>
        IsBroken ? throw new StoreUnavailableException("busy") : store.ReadAsync(ids, scope, ct);

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) => store.FindAsync(keys, scope, ct);

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        store.ReadPageAsync(query, scope, ct);

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) => store.CountAsync(query, scope, ct);

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => store.ReadEdgesAsync(query, scope, ct);

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => store.CountEdgesAsync(query, scope, ct);

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        store.SearchAsync(query, scope, ct);

    public async Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        await WriteAsync();
        return await store.ReadLinksAsync(kind, after, Math.Min(rowsMax, 3), ct);
    }

    public async Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct)
    {
        await WriteAsync();
        return await store.ReadActsAsync(after, Math.Min(rowsMax, 3), ct);
    }

    /// <summary>What every batch of nodes waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Batches of employees from the first one on that were asked for.</summary>
    public int Readings { get; private set; }

    public async Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Readings += kind == RecordKind.Employee && after.IsNone ? 1 : 0;
        await Gate.WaitAsync(ct);
        await WriteAsync();
        return await store.ReadPointsAsync(kind, after, Math.Min(rowsMax, 3), ct);
    }

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => store.CommitAsync(commit, ct);

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        store.ReadFeedAsync(afterSequence, entriesMax, ct);

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => store.TrimFeedAsync(upToSequence, ct);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => store.CheckAsync(ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task WriteAsync()
    {
        if (!IsQuiet)
        {
            Assert.IsType<CommitResult.Done>(await store.CommitAsync(graph.NextCommit(), Some.NoToken));
            Commits++;
        }
    }
}
