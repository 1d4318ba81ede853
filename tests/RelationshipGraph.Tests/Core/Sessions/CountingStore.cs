using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Sessions;

/// <summary>Passes everything on and keeps count of the calls.</summary>
internal sealed class CountingStore(IGraphStore store) : IGraphStore
{
    private int _count;

    /// <summary>Calls so far.</summary>
    public int Count => _count;

    /// <summary>How many calls an action makes.</summary>
    public async Task<int> CountAsync(Func<Task> action)
    {
        var before = _count;
        await action();
        return _count - before;
    }

    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) => Counted(store.ReadAsync(ids, scope, ct));

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) => Counted(store.FindAsync(keys, scope, ct));

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Counted(store.ReadPageAsync(query, scope, ct));

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Counted(store.CountAsync(query, scope, ct));

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Counted(store.ReadEdgesAsync(query, scope, ct));

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Counted(store.CountEdgesAsync(query, scope, ct));

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        Counted(store.SearchAsync(query, scope, ct));

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Counted(store.ReadLinksAsync(kind, after, rowsMax, ct));

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Counted(store.ReadPointsAsync(kind, after, rowsMax, ct));

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) =>
        Counted(store.ReadActsAsync(after, rowsMax, ct));

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => Counted(store.CommitAsync(commit, ct));

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        Counted(store.ReadFeedAsync(afterSequence, entriesMax, ct));

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => store.TrimFeedAsync(upToSequence, ct);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => store.CheckAsync(ct);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private T Counted<T>(T call)
    {
        Interlocked.Increment(ref _count);
        return call;
    }
}
