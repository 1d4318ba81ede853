using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A store to which something happens just before one of its commits or pages.</summary>
internal sealed class MeddlingStore(IGraphStore inner, Func<Task> meddle) : IGraphStore
{
    private int _commits;
    private bool _isDone;

    /// <summary>The commits before it happens; null: until the first with a contact.</summary>
    public int? Before { get; init; }

    /// <summary>The kind before whose first page it happens instead.</summary>
    public RecordKind BeforePagesOf { get; init; }

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        var isNow = Before is { } before
            ? _commits++ == before
            : commit.Changes.Any(change => change.Id.Kind == RecordKind.Contact);
        if (!_isDone && isNow)
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

    public async Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        if (!_isDone && query.Kind == BeforePagesOf)
        {
            _isDone = true;
            await meddle();
        }

        return await inner.ReadPageAsync(query, scope, ct);
    }

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

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) =>
        inner.ReadActsAsync(after, rowsMax, ct);

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        inner.ReadFeedAsync(afterSequence, entriesMax, ct);

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => inner.TrimFeedAsync(upToSequence, ct);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => inner.CheckAsync(ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
