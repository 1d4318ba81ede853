using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Commits;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Streams;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Storage.Neo4j.Upkeep;

namespace RelationshipGraph.Storage.Neo4j;

/// <summary>The graph in a Neo4j server or cluster.</summary>
public sealed class Neo4jGraphStore : IGraphStore
{
    private readonly ICypherTransport _transport;
    private readonly bool _mayWrite;
    private readonly AppliedCommits _applied;
    private readonly ConsistentRead _read;
    private readonly CommitWorker _commits;

    private Neo4jGraphStore(ICypherTransport transport, bool mayWrite, TimeProvider time)
    {
        (_transport, _mayWrite) = (transport, mayWrite);
        _applied = new AppliedCommits(transport, mayWrite, time);
        _read = new ConsistentRead(transport, _applied, mayWrite);
        _commits = new CommitWorker(transport, _applied, time);
    }

    /// <summary>Opens a store, and makes or migrates it where the mode allows.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="mode">What may be found there.</param>
    /// <param name="time">The clock of all limits.</param>
    /// <param name="random">Spreads waits; the store's alone.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreRefusedException">The server does not let us in, or is none.</exception>
    /// <exception cref="StoreForeignException">Something else is there, or nothing where a store was expected.</exception>
    /// <exception cref="StoreNewerException">A newer program wrote it.</exception>
    /// <exception cref="StoreCorruptException">An index of ours is there and is another one.</exception>
    /// <exception cref="StoreUnavailableException">It does not answer.</exception>
    public static Task<Neo4jGraphStore> OpenAsync(
        Neo4jSettings settings, Neo4jOpenMode mode, TimeProvider time, Random random, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return OpenAsync(Connect(settings, time, random), mode, time, ct);
    }

    /// <summary>Whether nothing at all is in a database, so that opening it would make it a store.</summary>
    /// <inheritdoc cref="OpenAsync(Neo4jSettings, Neo4jOpenMode, TimeProvider, Random, CancellationToken)"/>
    public static async Task<bool> IsEmptyAsync(Neo4jSettings settings, TimeProvider time, Random random, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var transport = Connect(settings, time, random);
        return await Failures.GuardAsync(async () =>
        {
            await transport.ConnectAsync(ct);
            return await new Migration(transport).FindVersionAsync(mayBeEmpty: true, ct) == 0;
        });
    }

    /// <summary>Opens a store behind a wire, which becomes the store's.</summary>
    internal static async Task<Neo4jGraphStore> OpenAsync(
        ICypherTransport transport, Neo4jOpenMode mode, TimeProvider time, CancellationToken ct)
    {
        try
        {
            return await Failures.GuardAsync(async () =>
            {
                await transport.ConnectAsync(ct);
                var migration = new Migration(transport);
                var version = await migration.FindVersionAsync(mode == Neo4jOpenMode.Create, ct);
                if (version < Migration.Version || !await migration.IsWholeAsync(ct))
                {
                    await (mode == Neo4jOpenMode.ReadOnly
                        ? throw new StoreReadOnlyException(Failures.Store)
                        : migration.ApplyAsync(ct));
                }

                return new Neo4jGraphStore(transport, mode != Neo4jOpenMode.ReadOnly, time);
            });
        }
        catch
        {
            await transport.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes what the schema asks for and is missing, and looks whether all of it is there.</summary>
    /// <exception cref="StoreCorruptException">Something of that name is there and is something else.</exception>
    public Task MigrateAsync(CancellationToken ct) => Failures.GuardAsync(async () =>
    {
        await new Migration(_transport).ApplyAsync(ct);
        return true;
    });

    public async Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(ids.Count, 0, Limits.BatchMax, nameof(ids));
        return await Failures.GuardAsync(() => RecordReading.ByIdsAsync(_read, ids, scope, ct));
    }

    public async Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(keys.Count, 0, Limits.BatchMax, nameof(keys));
        return await Failures.GuardAsync(() => RecordReading.ByKeysAsync(_read, keys, scope, ct));
    }

    public async Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        Bounds.Check(query.Order, query.After, nameof(query));
        return await Failures.GuardAsync(() => PageReading.ReadAsync(_read, query, scope, ct));
    }

    public async Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        return await Failures.GuardAsync(() => PageReading.CountAsync(_read, query, scope, ct));
    }

    public async Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        Bounds.CheckEdges(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        Bounds.Check(query.Order, query.After, nameof(query));
        return await Failures.GuardAsync(() => EdgeReading.ReadAsync(_read, query, scope, ct));
    }

    public async Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.Anchors.Count, 0, Limits.BatchMax, nameof(query));
        return await Failures.GuardAsync(() => EdgeReading.CountAsync(_read, query, scope, ct));
    }

    public async Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Bounds.Check(query.RowsMax, 1, Limits.PageRowsMax, nameof(query));
        Bounds.Check(query.Words.Count, 1, Limits.SearchWordsMax, nameof(query));
        return await Failures.GuardAsync(() => SearchReading.ReadAsync(_read, query, scope, ct));
    }

    public async Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return await Failures.GuardAsync(() => StreamReading.LinksAsync(_read, kind, after, rowsMax, ct));
    }

    public async Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return await Failures.GuardAsync(() => StreamReading.PointsAsync(_read, kind, after, rowsMax, ct));
    }

    public async Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct)
    {
        Bounds.Check(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return await Failures.GuardAsync(() => ActReading.ReadAsync(_read, after, rowsMax, ct));
    }

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(commit);
        Bounds.Check(commit.Changes.Count, 0, Limits.CommitChangesMax, nameof(commit));
        Bounds.CheckOnce(commit);
        ct.ThrowIfCancellationRequested();
        CheckWritable();
        return _commits.CommitAsync(commit, ct);
    }

    public async Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct)
    {
        Bounds.Check(entriesMax, 1, int.MaxValue, nameof(entriesMax));
        return await Failures.GuardAsync(() => FeedReading.ReadAsync(_read, afterSequence, entriesMax, ct));
    }

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct) => Failures.GuardAsync(async () =>
    {
        CheckWritable();
        await FeedReading.TrimAsync(_transport, upToSequence, ct);
        return true;
    });

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) =>
        Failures.GuardAsync(() => StoreCheck.FindAsync(_transport, _read, ct));

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        _applied.Dispose();
        await _transport.DisposeAsync();
    }

    private static BoltTransport Connect(Neo4jSettings settings, TimeProvider time, Random random)
    {
        var address = BoltAddress.TryParse(settings.Address, out var why) ?? throw new ArgumentException(why, nameof(settings));
        var credentials = settings.User is null
            ? BoltCredentials.None
            : BoltCredentials.Basic(settings.User, settings.Password ?? string.Empty);
        var options = new BoltOptions { Database = settings.Database, MaxTransactionRetryTime = Limits.WriterWait };
        return BoltTransport.Create(address, credentials, options, time, random);
    }

    private void CheckWritable()
    {
        if (!_mayWrite)
        {
            throw new StoreReadOnlyException(Failures.Store);
        }
    }
}
