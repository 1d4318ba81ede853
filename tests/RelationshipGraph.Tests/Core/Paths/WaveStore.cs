using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>A store that answers nothing until all that is asked at once has been asked: each wave is a round trip.</summary>
/// <remarks>For one reader at a time.</remarks>
internal sealed class WaveStore(IGraphStore store) : IGraphStore
{
    // Each reads and gives back how to answer.
    private List<Func<Task<Action>>> _waiting = [];

    /// <summary>Round trips.</summary>
    public int Waves { get; private set; }

    /// <summary>Calls in all of them.</summary>
    public int Calls { get; private set; }

    /// <summary>Lets a reader run to its end. Away from any context, so that whoever is answered goes on at once.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> read) => Task.Run(async () =>
    {
        var reading = read();
        while (!reading.IsCompleted)
        {
            Assert.NotEmpty(_waiting);
            var wave = _waiting;
            (_waiting, Waves, Calls) = ([], Waves + 1, Calls + wave.Count);
            var answers = await Task.WhenAll(wave.Select(one => one()));
            foreach (var answer in answers)
            {
                answer();
            }
        }

        return await reading;
    });

    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) => Held(() => store.ReadAsync(ids, scope, ct));

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct) => store.FindAsync(keys, scope, ct);

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Held(() => store.ReadPageAsync(query, scope, ct));

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Held(() => store.CountAsync(query, scope, ct));

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Held(() => store.ReadEdgesAsync(query, scope, ct));

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => Held(() => store.CountEdgesAsync(query, scope, ct));

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        Held(() => store.SearchAsync(query, scope, ct));

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Held(() => store.ReadLinksAsync(kind, after, rowsMax, ct));

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        Held(() => store.ReadPointsAsync(kind, after, rowsMax, ct));

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) =>
        Held(() => store.ReadActsAsync(after, rowsMax, ct));

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct) => store.CommitAsync(commit, ct);

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        Held(() => store.ReadFeedAsync(afterSequence, entriesMax, ct));

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => store.TrimFeedAsync(upToSequence, ct);

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => store.CheckAsync(ct);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private Task<T> Held<T>(Func<Task<T>> read)
    {
        var held = new TaskCompletionSource<T>();
        _waiting.Add(async () =>
        {
            var found = await read();
            return () => held.SetResult(found);
        });
        return held.Task;
    }
}
