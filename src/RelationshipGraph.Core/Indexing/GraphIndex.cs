using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>Keeps the graph of a store as arrays in memory, and follows the store's feed.</summary>
/// <remarks>
/// Readers take <see cref="Current"/> and no lock. What was committed since the snapshot lies beside it; when that has grown too
/// large, the whole is read anew in the background and swapped. Safe for concurrent use.
/// </remarks>
public sealed class GraphIndex : IAsyncDisposable
{
    // Measured against the snapshot; below the least, the share plays no part.
    private const int DeltaShare = 8;
    private const int DeltaLeast = 200_000;
    private const int EntriesMax = 200;

    // A writer that never rests must not keep readers waiting for a moment without new commits.
    private const int RoundsMax = 50;

    // Days of which the strengths are kept: today, and a few that are asked about.
    private const int DaysMax = 4;

    private readonly IGraphStore _store;
    private readonly IndexFile? _file;
    private readonly long _deltaLeast;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<DayTies> _days = [];
    private GraphWriter _writer;
    private GraphWriter _publisher;
    private GraphView _current;
    private StrengthModel _model;
    private Task<GraphWriter>? _renewal;
    private long _runsBegun;
    private long _runsDone;

    private GraphIndex(IGraphStore store, IndexFile? file, GraphWriter writer, long deltaLeast)
    {
        _store = store;
        _file = file;
        _writer = writer;
        _publisher = writer;
        _model = writer.Model;
        _deltaLeast = deltaLeast;
        _current = writer.Publish();
    }

    /// <summary>The graph as it was last caught up; does not change under its reader.</summary>
    public GraphView Current => Volatile.Read(ref _current);

    /// <summary>Snapshots that were read from the store so far, the first one included unless it was kept in a file.</summary>
    public int SnapshotsRead { get; private set; } = 1;

    private long DeltaMax => Math.Max(_deltaLeast, _writer.SnapshotSize / DeltaShare);

    /// <summary>Reads the whole graph; the first view holds every commit that was acknowledged before the call.</summary>
    /// <exception cref="StoreException">The store did not give it.</exception>
    public static Task<GraphIndex> OpenAsync(IGraphStore store, CancellationToken ct) =>
        OpenAsync(store, null, IndexParts.All, ct);

    /// <summary>The same, from what was kept in a file where that is of the store; what is read anew is kept there.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">Where it is kept between runs; null: nowhere.</param>
    /// <param name="parts">How much is read.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreException">The store did not give it.</exception>
    public static Task<GraphIndex> OpenAsync(IGraphStore store, IndexFile? file, IndexParts parts, CancellationToken ct) =>
        OpenAsync(store, file, parts, DeltaLeast, ct);

    /// <summary>Brings <see cref="Current"/> up to all that was acknowledged before the call, and returns it.</summary>
    /// <remarks>Calls that wait for each other share the work: one that finds it done after it asked reads nothing.</remarks>
    /// <exception cref="StoreException">The store did not answer; the view stays as it was.</exception>
    public Task<GraphView> CatchUpAsync(CancellationToken ct) => CatchUpAsync(() => Current, ct);

    /// <summary>The same with the strengths of ties at the end of a UTC day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public Task<GraphView> CatchUpAsync(DateOnly day, CancellationToken ct) =>
        CatchUpAsync(() => ViewOn(RecordFacts.DayOf(day)), ct);

    /// <summary>
    /// Takes in a commit that this program has just made, so that the next reader need not read it from the store. Where that
    /// cannot be done at once it is left to <see cref="CatchUpAsync(CancellationToken)"/>.
    /// </summary>
    /// <param name="commit">The commit.</param>
    /// <param name="sequence">Its place in the feed.</param>
    public void Take(Commit commit, long sequence)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (_stop.IsCancellationRequested || !_one.Wait(0, CancellationToken.None))
        {
            return;
        }

        try
        {
            var isUpToDate = _publisher == _writer && _current.Sequence == _writer.Sequence && sequence == _writer.Sequence + 1;
            if (isUpToDate && commit.Changes.Count <= DeltaMax && !commit.Changes.Any(TakesOthersAlong))
            {
                var records = commit.Changes.Where(change => _writer.IsAbout(change.Id.Kind)).ToList();
                _writer.Apply(
                    records.ConvertAll(change => change.Id),
                    records.Select(CommitJudge.RecordOf).OfType<Record>().ToDictionary(record => record.Id));
                _writer.Sequence = sequence;
                Publish();
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Stops a renewal that is under way. The store is its owner's.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_renewal is { } renewal)
        {
            // However it ends, it has ended: nothing reads the store after this.
            await Task.WhenAny(renewal);
        }

        _stop.Dispose();
        _one.Dispose();
    }

    private async Task<GraphView> CatchUpAsync(Func<GraphView> view, CancellationToken ct)
    {
        var seen = Volatile.Read(ref _runsBegun);
        await _one.WaitAsync(ct);
        try
        {
            if (_runsDone <= seen)
            {
                var run = Interlocked.Increment(ref _runsBegun);
                await FollowAsync(ct);
                _runsDone = run;
            }

            return view();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <param name="deltaLeast">How large a delta may grow beside a snapshot of any size.</param>
    internal static Task<GraphIndex> OpenAsync(IGraphStore store, long deltaLeast, CancellationToken ct) =>
        OpenAsync(store, null, IndexParts.All, deltaLeast, ct);

    private static async Task<GraphIndex> OpenAsync(
        IGraphStore store, IndexFile? file, IndexParts parts, long deltaLeast, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kept = file is null ? null : await file.TryReadAsync(store, parts, ct);
        var index = kept is null
            ? new GraphIndex(store, file, await ReadAsync(store, file, parts, ct), deltaLeast)
            : new GraphIndex(store, file, await WriterOfAsync(store, kept, ct), deltaLeast) { SnapshotsRead = 0 };
        await index.CatchUpAsync(ct);
        return index;
    }

    private static async Task<GraphWriter> ReadAsync(
        IGraphStore store, IndexFile? file, IndexParts parts, CancellationToken ct)
    {
        var state = SnapshotState.Of(await SnapshotReader.ReadAsync(store, parts, ct));
        if (file is not null)
        {
            await file.WriteAsync(store, state, ct);
        }

        return await WriterOfAsync(store, state, ct);
    }

    // The constants in force are never kept in a file: they are read after the state, and the feed has what changed between.
    private static async Task<GraphWriter> WriterOfAsync(IGraphStore store, SnapshotState state, CancellationToken ct) =>
        new(state, await FitsInForce.ReadAsync(store, ct));

    private async Task FollowAsync(CancellationToken ct)
    {
        TakeRenewal();
        for (var round = 0; ; round++)
        {
            var page = await _store.ReadFeedAsync(_writer.Sequence, EntriesMax, ct);
            if (!page.Reaches || page.LastSequence < _writer.Sequence || IsMoreThanDelta(page))
            {
                // Trimmed, or another store was put in its place, or an import: reading everything is right and soonest.
                await ReadAnewAsync(ct);
                continue;
            }

            // With nothing left in the feed, nothing that was read is newer than what has been applied: no commit shows by half.
            if (page.Entries.Count == 0 || round == RoundsMax)
            {
                break;
            }

            await ApplyAsync(_writer, page, ct);
        }

        if (_current.Sequence != _writer.Sequence || _publisher != _writer)
        {
            Publish();
        }

        if (_renewal is null && _writer.DeltaSize > DeltaMax)
        {
            _renewal = BeginReading();
        }
    }

    // The day that was asked about last goes on; the others are worked out again when somebody asks.
    private void Publish()
    {
        var isNew = _publisher != _writer || _model != _writer.Model;
        Volatile.Write(ref _current, _writer.Publish());
        (_publisher, _model) = (_writer, _writer.Model);
        var (changed, acted) = _writer.TakeTouched();
        DayTies[] kept = isNew ? [] : [.. _days.Take(1)];
        _days.Clear();
        _days.AddRange(kept.Select(day => day.After(_current, _writer.Log, changed, acted)));
    }

    private GraphView ViewOn(int day)
    {
        if (_writer.Parts == IndexParts.Contacts)
        {
            // There are no declared ties to join the contacts with: whoever asks brings them.
            return _current.With(new ActDay(_writer.Log, day), _writer.Model);
        }

        var ties = _days.Find(one => one.Day == day) ?? DayTies.Of(_current, _writer.Log, day, _writer.Model);
        _days.Remove(ties);
        _days.Insert(0, ties);
        if (_days.Count > DaysMax)
        {
            _days.RemoveAt(DaysMax);
        }

        return ties.View;
    }

    // Goes on when the caller gives up, so that the next one finds it further; else nobody with a short deadline would ever
    // see a large store read to its end.
    private async Task ReadAnewAsync(CancellationToken ct)
    {
        var renewal = _renewal ??= BeginReading();
        await Task.WhenAny(renewal).WaitAsync(ct);
        _renewal = null;
        _writer = await renewal;
        SnapshotsRead++;
    }

    private Task<GraphWriter> BeginReading() => Task.Run(
        () => ReadAsync(_store, _file, _writer.Parts, _stop.Token), _stop.Token);

    /// <summary>Puts a snapshot that was read in the background in place; one that failed is forgotten and tried again.</summary>
    private void TakeRenewal()
    {
        if (_renewal is { IsCompleted: true } renewal)
        {
            _renewal = null;
            if (renewal.IsCompletedSuccessfully)
            {
                _writer = renewal.Result;
                SnapshotsRead++;
            }
        }
    }

    // A node takes its relationships with it, and only the store knows which.
    private static bool TakesOthersAlong(Change change) => change is Change.Delete && change.Id.IsNode;

    private bool IsMoreThanDelta(FeedPage page) => page.Entries.Sum(entry => (long)entry.Changes.Count) > DeltaMax;

    private async Task ApplyAsync(GraphWriter writer, FeedPage page, CancellationToken ct)
    {
        var changed = page.Entries
            .SelectMany(entry => entry.Changes)
            .Select(change => change.Id)
            .Where(id => writer.IsAbout(id.Kind))
            .Distinct()
            .ToList();
        var present = new Dictionary<RecordId, Record>();
        foreach (var batch in changed.Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await _store.ReadAsync(batch, ViewScope.All, ct))
            {
                present[id] = record;
            }
        }

        // From here on nothing waits and nothing fails: the writer is never left with half a page.
        writer.Apply(changed, present);
        writer.Sequence = page.Entries[^1].Sequence;
    }
}
