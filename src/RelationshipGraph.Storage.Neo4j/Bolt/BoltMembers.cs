using System.Collections.Concurrent;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// Which member a transaction goes to: the one of the address, or one of the routing table. Safe for concurrent use.
/// </summary>
internal sealed class BoltMembers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<BoltHost, BoltPool> _pools = [];
    private readonly SemaphoreSlim _refreshing = new(1);
    private readonly BoltAddress _address;
    private readonly BoltOptions _options;
    private readonly BoltBookmarks _bookmarks;
    private readonly TimeProvider _time;
    private readonly Func<BoltHost, BoltPool> _poolOf;
    private BoltRoutingTable? _table;

    public BoltMembers(
        BoltAddress address, BoltOptions options, BoltBookmarks bookmarks, TimeProvider time, Func<BoltHost, BoltPool> poolOf)
    {
        _address = address;
        _options = options;
        _bookmarks = bookmarks;
        _time = time;
        _poolOf = poolOf;
    }

    /// <summary>Whether there may be several, of which some are behind the leader.</summary>
    public bool AreRouted => _address.IsRouted;

    public IEnumerable<BoltPool> Pools => _pools.Values;

    public async Task<BoltConnection> AcquireAsync(CypherAccess access, string purpose, CancellationToken ct)
    {
        if (!_address.IsRouted)
        {
            return await PoolOf(_address.Hosts[0]).AcquireAsync(purpose, ct);
        }

        var table = await FreshAsync(access, ct);
        var last = default(CypherException);
        foreach (var host in LeastBusyFirst(access == CypherAccess.Write ? table.Writers : table.Readers))
        {
            try
            {
                return await PoolOf(host).AcquireAsync(purpose, ct);
            }
            catch (CypherException failure) when (failure.Cause is CypherFailure.Unreachable or CypherFailure.NotBolt)
            {
                Change(each => each.Without(host));
                last = failure;
            }
        }

        throw last ?? new CypherException(
            access == CypherAccess.Write ? CypherFailure.NotLeader : CypherFailure.Unreachable,
            "",
            access == CypherAccess.Write
                ? "No member of the cluster can write just now."
                : "No member of the cluster answers reads.")
        {
            IsTransient = true,
        };
    }

    public void Release(BoltConnection connection) => PoolOf(connection.Host).Release(connection);

    /// <summary>Draws what a failure says about the member it came from.</summary>
    public void Learn(BoltHost host, CypherException failure)
    {
        switch (failure.Code)
        {
            case BoltFailures.NotALeader or BoltFailures.ForbiddenOnReadOnlyDatabase:
                Change(each => each.WithoutWriter(host));
                break;
            case BoltFailures.DatabaseUnavailable:
                Change(each => each.Without(host));
                break;
            case BoltFailures.AuthorizationExpired:
                PoolOf(host).Renew();
                break;
            default:
                if (failure.Cause == CypherFailure.Unreachable)
                {
                    Change(each => each.Without(host));
                    PoolOf(host).Renew();
                }

                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.DisposeAsync();
        }
    }

    private BoltPool PoolOf(BoltHost host) => _pools.GetOrAdd(host, _poolOf);

    // Equal ones keep the table's order, which the server shuffles.
    private List<BoltHost> LeastBusyFirst(IReadOnlyList<BoltHost> hosts) =>
        [.. hosts.OrderBy(host => _pools.TryGetValue(host, out var pool) ? pool.Counts.Busy + pool.Counts.Opening : 0)];

    private void Change(Func<BoltRoutingTable, BoltRoutingTable> change)
    {
        while (Volatile.Read(ref _table) is { } table && Interlocked.CompareExchange(ref _table, change(table), table) != table)
        {
            // Another changed it meanwhile.
        }
    }

    private bool IsFresh(BoltRoutingTable? table, CypherAccess access) =>
        table is not null && _time.GetElapsedTime(table.ReadAt) < table.Lifetime
        && (access == CypherAccess.Write ? table.Writers : table.Readers).Count > 0;

    // One asks; the others wait for what it learns.
    private async Task<BoltRoutingTable> FreshAsync(CypherAccess access, CancellationToken ct)
    {
        if (Volatile.Read(ref _table) is { } known && IsFresh(known, access))
        {
            return known;
        }

        await _refreshing.WaitAsync(ct);
        try
        {
            if (Volatile.Read(ref _table) is { } meanwhile && IsFresh(meanwhile, access))
            {
                return meanwhile;
            }

            var table = await DiscoverAsync(ct);
            Volatile.Write(ref _table, table);
            return table;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task<BoltRoutingTable> DiscoverAsync(CancellationToken ct)
    {
        var last = default(CypherException);
        foreach (var router in (Volatile.Read(ref _table)?.Routers ?? []).Concat(_address.Hosts).Distinct())
        {
            try
            {
                var table = await AskAsync(router, ct);
                if (table.Routers.Count > 0 && table.Readers.Count > 0)
                {
                    return table;
                }
            }
            catch (CypherException failure) when (MayOthersKnow(failure))
            {
                last = failure;
            }
        }

        throw last ?? BoltFailures.Unreachable("No member of the cluster knows the others.");
    }

    private async Task<BoltRoutingTable> AskAsync(BoltHost router, CancellationToken ct)
    {
        var pool = PoolOf(router);
        var connection = await pool.AcquireAsync("routing", ct);
        try
        {
            await connection.AskAsync(
                output => output.WriteRoute(router, _bookmarks.Known, _options.Database), ct);
            return BoltRoutingTable.Of(connection.Summary, _time.GetTimestamp());
        }
        finally
        {
            pool.Release(connection);
        }
    }

    // What is wrong with the question is wrong for every member.
    private static bool MayOthersKnow(CypherException failure) => failure.Code switch
    {
        BoltFailures.AuthorizationExpired or BoltFailures.BookmarkTimeout => true,
        _ when BoltFailures.IsOfBookmarks(failure.Code) => false,
        _ when failure.Code.StartsWith("Neo.ClientError.Request.", StringComparison.Ordinal) => false,
        _ => failure.Cause is not (CypherFailure.DatabaseMissing or CypherFailure.Forbidden or CypherFailure.Statement
            or CypherFailure.Tls or CypherFailure.Untrusted or CypherFailure.OtherHost),
    };
}
