using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>What a store that is not there yet would hold: nothing. A plan is made against it, and nothing is written.</summary>
internal sealed class EmptyStore(string name) : IGraphStore
{
    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) =>
        AnswerAsync<IReadOnlyDictionary<RecordId, Record>>(new Dictionary<RecordId, Record>(), ct);

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) =>
        AnswerAsync<IReadOnlyDictionary<NaturalKey, Record>>(new Dictionary<NaturalKey, Record>(), ct);

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        AnswerAsync(new Page([], false), ct);

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) => AnswerAsync(0L, ct);

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) =>
        AnswerAsync<IReadOnlyDictionary<RecordId, EdgePage>>(
            query.Anchors.Distinct().ToDictionary(id => id, _ => EdgePage.Empty), ct);

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(EdgeQuery query, ViewScope scope, CancellationToken ct) =>
        AnswerAsync<IReadOnlyDictionary<RecordId, long>>(query.Anchors.Distinct().ToDictionary(id => id, _ => 0L), ct);

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        AnswerAsync(new SearchPage([], false), ct);

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        AnswerAsync(new LinkBatch([], false), ct);

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        AnswerAsync(new PointBatch([], false), ct);

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) =>
        AnswerAsync(new ActBatch([], false), ct);

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => throw new StoreReadOnlyException(name);

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        AnswerAsync(new FeedPage([], 0, afterSequence == 0), ct);

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => throw new StoreReadOnlyException(name);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => AnswerAsync<IReadOnlyList<string>>([], ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<T> AnswerAsync<T>(T nothing, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return nothing;
    }
}
