using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing.Writing;

/// <summary>One copy under way.</summary>
internal sealed class CopyRun(IGraphStore from, IGraphStore to, IProgress<CopyProgress> progress, CancellationToken ct)
{
    private readonly List<Record> _missing = [];
    private long _copied;
    private long _unchanged;
    private long _sequence;
    private long _total;

    public required string Actor { get; init; }

    public required TimeProvider Time { get; init; }

    public required int ChangesMax { get; init; }

    public async Task<CopyReport> CopyAsync()
    {
        _sequence = await LastSequenceAsync();
        foreach (var model in GraphModel.Kinds)
        {
            _total += await CopyStoreException.GuardAsync(
                CopySide.From, () => from.CountAsync(new PageQuery(model.Kind), ViewScope.All, ct));
        }

        return await FindOtherAsync() is { } other ? Refused(other)
            : await WriteMissingAsync() is { } changed ? Refused(changed)
            : await CompareAsync();
    }

    private CopyReport Refused(CopyRefusal refusal) => new(_copied, 0, new Dictionary<string, long>()) { Refusal = refusal };

    /// <summary>Looks in the target for what is not of this copy.</summary>
    private async Task<CopyRefusal?> FindOtherAsync()
    {
        var compared = 0L;
        foreach (var model in GraphModel.Kinds)
        {
            await foreach (var page in PagesAsync(to, CopySide.To, model.Kind))
            {
                var known = await CopyStoreException.GuardAsync(
                    CopySide.From, () => from.ReadAsync([.. page.Select(record => record.Id)], ViewScope.All, ct));
                foreach (var record in page)
                {
                    if (!known.TryGetValue(record.Id, out var original))
                    {
                        return new CopyRefusal(ProblemCode.StoreNotEmpty, CopySide.To, record.Id);
                    }

                    if (!AreEqual(original, record))
                    {
                        return new CopyRefusal(ProblemCode.RecordDiffers, CopySide.To, record.Id);
                    }
                }

                compared += page.Count;
                progress.Report(new CopyProgress(CopyStep.Comparing, compared, _total));
            }
        }

        return null;
    }

    // By what is exported, not by the objects: a store may keep an instant to the millisecond only.
    private static bool AreEqual(Record one, Record other) =>
        GraphModel.Of(one.Id).Properties.All(property => property.Get(one) == property.Get(other));

    /// <summary>Walks both stores side by side and writes what only the first has.</summary>
    private async Task<CopyRefusal?> WriteMissingAsync()
    {
        foreach (var model in GraphModel.Kinds)
        {
            await using var there = new IdWalk(PagesAsync(to, CopySide.To, model.Kind));
            await foreach (var page in PagesAsync(from, CopySide.From, model.Kind))
            {
                foreach (var record in page)
                {
                    if (await there.HasAsync(record.Id))
                    {
                        _unchanged++;
                        continue;
                    }

                    _missing.Add(record);
                    if (_missing.Count == ChangesMax && await CommitAsync() is { } refusal)
                    {
                        return refusal;
                    }
                }

                progress.Report(new CopyProgress(CopyStep.Copying, _copied + _unchanged, _total));
            }
        }

        return _missing.Count == 0 ? null : await CommitAsync();
    }

    private async Task<CopyRefusal?> CommitAsync()
    {
        var now = Time.GetUtcNow();
        var changes = _missing.ConvertAll(record => (Change)new Change.Create(record));
        _missing.Clear();
        var commit = new Commit(CommitName.Of(Actor, now, changes), Actor, now, changes);
        var result = await CopyStoreException.GuardAsync(CopySide.To, () => to.CommitAsync(commit, ct));
        if (result is not CommitResult.Done)
        {
            // An end that went, or an id or a key that was taken: somebody wrote to one of them.
            return new CopyRefusal(
                ProblemCode.StoreChanged, await LastSequenceAsync() == _sequence ? CopySide.To : CopySide.From, default);
        }

        _copied += changes.Count;
        return null;
    }

    private async Task<CopyReport> CompareAsync()
    {
        var ours = await CopyStoreException.GuardAsync(
            CopySide.From, () => Exporter.WriteAsync(from, Stream.Null, new Checking(this, CopyStep.CheckingFrom), ct));
        var theirs = await CopyStoreException.GuardAsync(
            CopySide.To, () => Exporter.WriteAsync(to, Stream.Null, new Checking(this, CopyStep.CheckingTo), ct));
        var changed = await LastSequenceAsync() != _sequence ? CopySide.From
            : ours.Sha256 != theirs.Sha256 ? CopySide.To
            : (CopySide?)null;
        return new CopyReport(_copied, _unchanged, ours.ByKind)
        {
            Sha256From = ours.Sha256,
            Sha256To = theirs.Sha256,
            Refusal = changed is { } side ? new CopyRefusal(ProblemCode.StoreChanged, side, default) : null,
        };
    }

    private async IAsyncEnumerable<IReadOnlyList<Record>> PagesAsync(IGraphStore store, CopySide side, RecordKind kind)
    {
        var query = new PageQuery(kind) { RowsMax = Limits.BatchMax };
        while (true)
        {
            var asked = query;
            var page = await CopyStoreException.GuardAsync(side, () => store.ReadPageAsync(asked, ViewScope.All, ct));
            if (page.Records.Count > 0)
            {
                yield return page.Records;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            query = query with { After = Keyset.Of(page.Records[^1], RecordOrder.ById) };
        }
    }

    private async Task<long> LastSequenceAsync() => (await CopyStoreException.GuardAsync(
        CopySide.From, () => from.ReadFeedAsync(long.MaxValue - 1, 1, ct))).LastSequence;

    /// <summary>Ids of a store in their order, looked through once.</summary>
    private sealed class IdWalk(IAsyncEnumerable<IReadOnlyList<Record>> pages) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<IReadOnlyList<Record>> _pages = pages.GetAsyncEnumerator();
        private IReadOnlyList<Record> _page = [];
        private int _at;
        private bool _isEnded;

        /// <summary>Whether an id is among them. Each is greater than the one asked for before.</summary>
        public async ValueTask<bool> HasAsync(RecordId id)
        {
            while (true)
            {
                while (_at < _page.Count && _page[_at].Id.CompareTo(id) < 0)
                {
                    _at++;
                }

                if (_at < _page.Count || _isEnded)
                {
                    return _at < _page.Count && _page[_at].Id == id;
                }

                _isEnded = !await _pages.MoveNextAsync();
                (_page, _at) = (_isEnded ? [] : _pages.Current, 0);
            }
        }

        public ValueTask DisposeAsync() => _pages.DisposeAsync();
    }

    private sealed class Checking(CopyRun run, CopyStep step) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => run.Report(new CopyProgress(step, value.Records, run._total));
    }

    private void Report(CopyProgress value) => progress.Report(value);
}
