using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Commits;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;
using RelationshipGraph.Storage.Sqlite.Upkeep;

namespace RelationshipGraph.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file, one writer, many readers.</summary>
/// <remarks>
/// A commit is in the log and on the disk before it is acknowledged. Readers see the last commit of any program, take no lock
/// and never wait for the writer. Calls do their work on the caller's thread; what waits for a turn does not hold one.
/// </remarks>
public sealed class SqliteGraphStore : IGraphStore
{
    private static readonly int ReadersMax = Math.Clamp(Environment.ProcessorCount * 2, 4, 16);

    private readonly SourceNames _sources = new();
    private readonly StoreFile _file;
    private readonly Writer _writer;
    private readonly ReaderPool _readers;
    private readonly FeedWatch _watch;

    private SqliteGraphStore(StoreFile file, Connection writer, TimeProvider time)
    {
        _file = file;
        _writer = new Writer(writer, time);
        _readers = new ReaderPool(file, ReadersMax);
        _watch = new FeedWatch(file);
    }

    /// <summary>Opens a store, and makes or migrates it where the mode allows.</summary>
    /// <param name="file">The file's path. Its log lies beside it while it is open.</param>
    /// <param name="mode">What may be found there.</param>
    /// <param name="time">The clock by which a writer waits for another.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreForeignException">It is another file, or empty where a store was expected.</exception>
    /// <exception cref="StoreNewerException">A newer program wrote it.</exception>
    /// <exception cref="StoreCorruptException">It is damaged.</exception>
    /// <exception cref="StoreBusyException">Another program held it for <see cref="Limits.WriterWait"/>.</exception>
    /// <exception cref="StoreReadOnlyException">It needs a migration and cannot be written.</exception>
    /// <exception cref="StoreUnavailableException">It is not there or cannot be opened.</exception>
    public static Task<SqliteGraphStore> OpenAsync(string file, SqliteOpenMode mode, TimeProvider time, CancellationToken ct) =>
        OpenAsync(file, mode, time, SchemaScripts.Known, ct);

    /// <inheritdoc cref="OpenAsync(string, SqliteOpenMode, TimeProvider, CancellationToken)"/>
    /// <param name="scripts">The schema scripts that the program knows.</param>
    internal static async Task<SqliteGraphStore> OpenAsync(
        string file, SqliteOpenMode mode, TimeProvider time, IReadOnlyList<string> scripts, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentNullException.ThrowIfNull(time);
        var storeFile = new StoreFile(Path.GetFullPath(file), mode, time);
        return new SqliteGraphStore(storeFile, await storeFile.OpenFirstAsync(scripts, ct), time);
    }

    public async Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(ids.Count, 0, Limits.BatchMax, nameof(ids));
        return await ReadAsync(state => RecordReading.ByIds(state, ids, scope), ct);
    }

    public async Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(keys.Count, 0, Limits.BatchMax, nameof(keys));
        return await ReadAsync(state => RecordReading.ByKeys(state, keys, scope), ct);
    }

    public Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        Bounds.Check(query.Order, query.After, nameof(query));
        return ReadAsync(state => PageReading.Read(state, query, scope), ct);
    }

    public Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        return ReadAsync(state => PageReading.Count(state, query, scope), ct);
    }

    public async Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        Bounds.CheckEdges(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        Bounds.Check(query.Order, query.After, nameof(query));
        return await ReadAsync(state => EdgeReading.Read(state, query, scope), ct);
    }

    public async Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.Anchors.Count, 0, Limits.BatchMax, nameof(query));
        return await ReadAsync(state => EdgeReading.Count(state, query, scope), ct);
    }

    public Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.PageRowsMax, nameof(query));
        Bounds.Check(query.Words.Count, 1, Limits.SearchWordsMax, nameof(query));
        return ReadAsync(state => SearchReading.Read(state, query, scope), ct);
    }

    public Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return ReadAsync(state => StreamReading.Links(state, kind, after, rowsMax), ct);
    }

    public Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return ReadAsync(state => StreamReading.Points(state, kind, after, rowsMax), ct);
    }

    public Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return ReadAsync(state => ActReading.Read(state, after, rowsMax), ct);
    }

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(commit);
        Bounds.Check(commit.Changes.Count, 0, Limits.CommitChangesMax, nameof(commit));
        Bounds.CheckOnce(commit);
        CheckWritable();
        var result = await _writer.WriteAsync(connection => CommitWork.Apply(connection, _sources, commit), ct);
        if (result is CommitResult.Done { Sequence: var sequence })
        {
            // The writer looks, so that the next reader need not.
            _watch.IsLast(sequence);
        }

        return result;
    }

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct)
    {
        Bounds.Check(entriesMax, 1, int.MaxValue, nameof(entriesMax));
        return !ct.IsCancellationRequested && _watch.IsLast(afterSequence)
            ? Task.FromResult(new FeedPage([], afterSequence, Reaches: true))
            : ReadAsync(state => FeedReading.Read(state, afterSequence, entriesMax), ct);
    }

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct)
    {
        CheckWritable();
        return _writer.WriteAsync(connection => (CommitWork.Trim(connection, upToSequence), true), ct);
    }

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => ReadAsync(StoreCheck.Findings, ct);

    /// <summary>Copies the store as it is now to a new file, while others read and write.</summary>
    /// <param name="file">The new file's path; nothing may be there.</param>
    /// <param name="ct">Ends the copying; nothing is left behind.</param>
    /// <exception cref="ArgumentException">Something is there already.</exception>
    /// <exception cref="StoreException">The copy could not be written.</exception>
    public Task BackupAsync(string file, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        return Backup.WriteAsync(_file, file, ct);
    }

    /// <summary>Lets the file grow to so many pages, or not beyond what it has; for tests of a full disk.</summary>
    internal Task LimitPagesAsync(int pagesMax) => _writer.HoldAsync(
        connection => connection.Number($"PRAGMA max_page_count = {Math.Max(1, pagesMax)}"), CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _readers.Dispose();
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<T> ReadAsync<T>(Func<Snapshot, T> read, CancellationToken ct) =>
        _readers.ReadAsync(connection => read(new Snapshot(connection, new Sources(_sources, connection))), ct);

    private void CheckWritable()
    {
        if (_file.IsReadOnly)
        {
            throw new StoreReadOnlyException(SqliteFailure.Store);
        }
    }
}
