using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>
/// A store in memory with the indexes that imports and exports need, for sets too large for the reference store.
/// It answers only what they ask.
/// </summary>
internal sealed class KeyedStore : IGraphStore
{
    private readonly SortedDictionary<RecordId, Record>[] _byKind =
        [.. Enumerable.Range(0, 64).Select(_ => new SortedDictionary<RecordId, Record>())];

    private readonly Dictionary<NaturalKey, RecordId> _keys = [];
    private readonly Dictionary<RecordKind, List<Record>> _listed = [];
    private long _sequence;

    /// <summary>How many changes each commit had, in order.</summary>
    public List<int> Commits { get; } = [];

    public Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<RecordId, Record>>(
            ids.Distinct().Where(id => Of(id).ContainsKey(id)).ToDictionary(id => id, id => Of(id)[id]));

    public Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct)
    {
        Assert.InRange(keys.Count, 0, Limits.BatchMax);
        return Task.FromResult<IReadOnlyDictionary<NaturalKey, Record>>(
            keys.Where(_keys.ContainsKey).ToDictionary(key => key, key => Of(_keys[key])[_keys[key]]));
    }

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        Assert.InRange(query.RowsMax, 1, Limits.BatchMax);
        if (!_listed.TryGetValue(query.Kind, out var list))
        {
            _listed[query.Kind] = list = [.. _byKind[(int)query.Kind].Values];
        }

        var first = query.After is { } after ? list.FindIndex(record => record.Id > after.Id) : 0;
        var rows = first < 0 ? [] : list.Skip(first).Take(query.RowsMax).ToList();
        return Task.FromResult(new Page(rows, first >= 0 && first + rows.Count < list.Count));
    }

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Task.FromResult((long)_byKind[(int)query.Kind].Count);

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Assert.InRange(commit.Changes.Count, 1, Limits.CommitChangesMax);
        List<Refusal> refusals = [];
        HashSet<RecordId> made = [.. commit.Changes.Select(change => change.Id)];
        for (var i = 0; i < commit.Changes.Count; i++)
        {
            if (Against(commit.Changes[i], made) is { } reason)
            {
                refusals.Add(new Refusal(i, commit.Changes[i].Id, reason));
            }
        }

        if (refusals.Count > 0)
        {
            return Task.FromResult<CommitResult>(new CommitResult.Refused(refusals));
        }

        foreach (var change in commit.Changes)
        {
            Put(change is Change.Create create ? create.Record : ((Change.Update)change).Record);
        }

        _listed.Clear();
        Commits.Add(commit.Changes.Count);
        return Task.FromResult<CommitResult>(new CommitResult.Done(++_sequence, false));
    }

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct) =>
        Task.FromResult(new FeedPage([], _sequence, true));

    public Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct) => throw new NotSupportedException();

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct) => throw new NotSupportedException();

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RefusalReason? Against(Change change, HashSet<RecordId> made)
    {
        var isThere = Of(change.Id).ContainsKey(change.Id);
        var record = change is Change.Create create ? create.Record : ((Change.Update)change).Record;
        if (change is Change.Create ? isThere : !isThere)
        {
            return isThere ? RefusalReason.IdTaken : RefusalReason.NotFound;
        }

        if (record is Relationship tie && !(IsThere(tie.FromId, made) && IsThere(tie.ToId, made)))
        {
            return RefusalReason.EndMissing;
        }

        return record.NaturalKey is { } key && _keys.TryGetValue(key, out var holder) && holder != record.Id
            ? RefusalReason.KeyTaken
            : null;
    }

    private bool IsThere(RecordId id, HashSet<RecordId> made) => made.Contains(id) || Of(id).ContainsKey(id);

    private void Put(Record record)
    {
        Of(record.Id)[record.Id] = record;
        if (record.NaturalKey is { } key)
        {
            _keys[key] = record.Id;
        }
    }

    private SortedDictionary<RecordId, Record> Of(RecordId id) => _byKind[(int)id.Kind];
}
