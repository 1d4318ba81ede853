using System.Collections.Concurrent;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The members that can be reached, and which of them does what. One member is a cluster of one.</summary>
internal sealed class BoltCluster(
    BoltAddress address, BoltDial dial, BoltOptions options, TimeProvider time, Random random) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<BoltHost, BoltPool> _pools = new();
    private readonly SemaphoreSlim _asking = new(1, 1);
    private RoutingTable? _table;
    private int _turn;

    /// <summary>A connection to a member that does such work.</summary>
    /// <param name="access">The work.</param>
    /// <param name="bookmarks">What the member that tells of the others must have seen.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<(BoltPool Pool, BoltConnection Connection)> TakeAsync(
        CypherAccess access, IReadOnlyCollection<string> bookmarks, CancellationToken ct)
    {
        if (!address.IsRouted)
        {
            return await TakeAsync(address.Host, ct);
        }

        var members = (await TableAsync(bookmarks, ct)).For(access);
        if (members.Count == 0)
        {
            Forget();
            throw new CypherException(CypherFailure.NotLeader, string.Empty, "The cluster has no member that can do this just now.")
            {
                IsTransient = true,
            };
        }

        var first = unchecked((uint)Interlocked.Increment(ref _turn));
        for (var i = 0; ; i++)
        {
            var host = members[(int)((first + i) % members.Count)];
            try
            {
                return await TakeAsync(host, ct);
            }
            catch (CypherException failure) when (failure.Cause == CypherFailure.Unreachable)
            {
                // It is gone from the table; the next attempt asks anew.
                Forget();
                if (i + 1 >= members.Count)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Asks anew next time which member does what: what was known has proved wrong.</summary>
    public void Forget() => Volatile.Write(ref _table, null);

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.DisposeAsync();
        }

        _asking.Dispose();
    }

    private async Task<(BoltPool Pool, BoltConnection Connection)> TakeAsync(BoltHost host, CancellationToken ct)
    {
        var pool = _pools.GetOrAdd(host, one => new BoltPool(one, dial, options, time, random));
        return (pool, await pool.TakeAsync(ct));
    }

    private async Task<RoutingTable> TableAsync(IReadOnlyCollection<string> bookmarks, CancellationToken ct)
    {
        if (Volatile.Read(ref _table) is { } known && time.GetElapsedTime(known.Since) < known.Holds)
        {
            return known;
        }

        await _asking.WaitAsync(ct);
        try
        {
            if (Volatile.Read(ref _table) is { } other && time.GetElapsedTime(other.Since) < other.Holds)
            {
                return other;
            }

            var table = await AskAsync(bookmarks, ct);
            Volatile.Write(ref _table, table);
            return table;
        }
        finally
        {
            _asking.Release();
        }
    }

    // Whoever was known as a member tells of the others, and last the one of the address.
    private async Task<RoutingTable> AskAsync(IReadOnlyCollection<string> bookmarks, CancellationToken ct)
    {
        CypherException? last = null;
        foreach (var host in _pools.Keys.Prepend(address.Host).Distinct().ToList())
        {
            try
            {
                var (pool, connection) = await TakeAsync(host, ct);
                try
                {
                    Requests.Route(connection.Writer, host, bookmarks, options.Database);
                    await connection.SendAsync();
                    return RoutingTable.Of(await connection.ReceiveAsync(), time.GetTimestamp());
                }
                finally
                {
                    await pool.GiveBackAsync(connection);
                }
            }
            catch (CypherException failure) when (failure.Cause is not (CypherFailure.Forbidden or CypherFailure.DatabaseMissing))
            {
                last = failure;
            }
        }

        throw last!;
    }
}
