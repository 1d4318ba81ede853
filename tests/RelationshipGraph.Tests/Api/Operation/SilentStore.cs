using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Api.Operation;

/// <summary>A store that never answers, or fails in another way.</summary>
/// <param name="failure">What it says instead of answering.</param>
internal sealed class SilentStore(Exception? failure = null) : IGraphStore
{
    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) =>
        Silence<IReadOnlyDictionary<RecordId, Record>>();

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) =>
        Silence<IReadOnlyDictionary<NaturalKey, Record>>();

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) => Silence<Page>();

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) => Silence<long>();

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Silence<IReadOnlyDictionary<RecordId, EdgePage>>();

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Silence<IReadOnlyDictionary<RecordId, long>>();

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) => Silence<SearchPage>();

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Silence<LinkBatch>();

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Silence<PointBatch>();

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) => Silence<ActBatch>();

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => Silence<CommitResult>();

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) => Silence<FeedPage>();

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => Silence<bool>();

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => Silence<IReadOnlyList<string>>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Silence<T>() => Task.FromException<T>(failure ?? new StoreUnavailableException("test"));
}
