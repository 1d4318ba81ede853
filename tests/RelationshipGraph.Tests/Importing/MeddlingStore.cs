using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A store into which somebody else writes just before the commit with the first person.</summary>
internal sealed class MeddlingStore(IGraphStore inner, Func<Task> meddle) : IGraphStore
{
    private bool _isDone;

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        if (!_isDone && commit.Changes.Any(change => change.Id.Kind == RecordKind.Contact))
        {
            _isDone = true;
            await meddle();
        }

        return await inner.CommitAsync(commit, ct);
    }

    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) => inner.ReadAsync(ids, scope, ct);

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) => inner.FindAsync(keys, scope, ct);

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        inner.ReadPageAsync(query, scope, ct);

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) => inner.CountAsync(query, scope, ct);

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => inner.ReadEdgesAsync(query, scope, ct);

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => inner.CountEdgesAsync(query, scope, ct);

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        inner.SearchAsync(query, scope, ct);

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        inner.ReadLinksAsync(kind, after, rowsMax, ct);

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        inner.ReadPointsAsync(kind, after, rowsMax, ct);

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        inner.ReadFeedAsync(afterSequence, entriesMax, ct);

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => inner.TrimFeedAsync(upToSequence, ct);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => inner.CheckAsync(ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
