using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The wire to Neo4j by its own protocol, Bolt 4.4 and 5.0 to 5.8.</summary>
/// <remarks>
/// <para>
/// A transaction goes out in one write, its commit included, and costs one round trip. So a row handler that throws does not
/// keep a write from being committed: checks belong into the statements. A read of one statement takes its rows in packets.
/// </para>
/// <para>
/// A cancelled caller is free at once; the server is told to stop, and the connection is reset behind the caller's back.
/// </para>
/// </remarks>
internal sealed class BoltTransport : ICypherTransport
{
    // Most of what passes by itself, such as a deadlock, has passed after the first.
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(5);
    private const double DelaySpread = 0.5;

    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly BoltChance _chance;
    private readonly BoltBookmarks _bookmarks = new();
    private readonly BoltMetrics _metrics;
    private readonly BoltMembers _members;

    private BoltTransport(
        BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time, Random random)
    {
        _options = options;
        _time = time;
        _chance = new BoltChance(random);
        _metrics = new BoltMetrics(() => _members?.Pools ?? []);
        var connector = new BoltConnector(address, credentials, options, time);
        _members = new BoltMembers(
            address, options, _bookmarks, time, host => new BoltPool(host, connector, options, time, _chance, _metrics));
    }

    /// <summary>The connections of all members: in use, idle, being opened.</summary>
    public (int Busy, int Idle, int Opening) Connections => _members.Pools.Select(pool => pool.Counts).Aggregate(
        (Busy: 0, Idle: 0, Opening: 0),
        (sum, each) => (sum.Busy + each.Busy, sum.Idle + each.Idle, sum.Opening + each.Opening));

    /// <summary>Makes a transport; nothing is connected before it is used.</summary>
    public static BoltTransport Create(
        BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time, Random random) =>
        new(address, credentials, options, time, random);

    public Task<CypherServer> ConnectAsync(CancellationToken ct) =>
        MeasuredAsync("connect", CypherAccess.Write, async connection =>
        {
            var work = Work(CypherAccess.Read, _options.TransactionTimeout);
            await connection.RunAloneAsync(work, new CypherStep("RETURN 1"), _options.FetchSize, ct);
            return new CypherServer(
                connection.Agent, connection.Version.ToString(), connection.Summary.Database ?? _options.Database ?? "");
        }, ct);

    public async Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        var begun = _time.GetTimestamp();
        var delay = FirstDelay;
        while (true)
        {
            try
            {
                await RunOnceAsync(access, steps(), ct);
                return;
            }
            catch (CypherException failure) when (failure is { IsTransient: true, IsOutcomeUnknown: false })
            {
                var wait = _chance.Spread(delay, DelaySpread);
                if (_time.GetElapsedTime(begun) + wait > _options.MaxTransactionRetryTime)
                {
                    throw;
                }

                _metrics.Retried(failure.Cause.ToString());
                await Task.Delay(wait, _time, ct);
                delay = delay * 2 < DelayMax ? delay * 2 : DelayMax;
            }
        }
    }

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) =>
        MeasuredAsync("alone", access, connection => RunAloneOnAsync(
            connection, Work(access, _options.UpkeepTimeout), step, ct), ct);

    public async Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct)
    {
        var connection = await _members.AcquireAsync(access, "transaction held open", ct);
        try
        {
            var work = Work(access, _options.UpkeepTimeout);
            connection.IsInTransaction = true;
            await connection.AskAsync(output => output.WriteBegin(work), ct);
            return new BoltTransaction(connection, work, _members, _bookmarks, _options.ResetTimeout);
        }
        catch (Exception failure)
        {
            Learn(connection, failure);
            _members.Release(connection);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _members.DisposeAsync();
        _metrics.Dispose();
    }

    private Task<bool> RunOnceAsync(CypherAccess access, IReadOnlyList<CypherStep> steps, CancellationToken ct) =>
        MeasuredAsync(access == CypherAccess.Read ? "read" : "write", access, async connection =>
        {
            var work = Work(access, _options.TransactionTimeout);
            if (access == CypherAccess.Read && steps is [{ OnRow: not null } only])
            {
                return await RunAloneOnAsync(connection, work, only, ct);
            }

            _bookmarks.Replace(work.Bookmarks, await connection.RunAsync(work, steps, ct));
            return true;
        }, ct);

    private async Task<bool> RunAloneOnAsync(BoltConnection connection, BoltWork work, CypherStep step, CancellationToken ct)
    {
        _bookmarks.Replace(work.Bookmarks, await connection.RunAloneAsync(work, step, _options.FetchSize, ct));
        return true;
    }

    private async Task<T> MeasuredAsync<T>(
        string operation, CypherAccess access, Func<BoltConnection, Task<T>> run, CancellationToken ct)
    {
        using var activity = BoltMetrics.Begin(operation, _options.Database);
        var begun = _time.GetTimestamp();
        var error = default(string);
        try
        {
            var connection = await _members.AcquireAsync(access, operation, ct);
            activity?.SetTag("server.address", connection.Host.Name).SetTag("server.port", connection.Host.Port);
            try
            {
                return await run(connection);
            }
            catch (Exception failure)
            {
                Learn(connection, failure);
                throw;
            }
            finally
            {
                _members.Release(connection);
            }
        }
        catch (Exception failure)
        {
            error = failure is CypherException cypher ? cypher.Cause.ToString() : failure.GetType().Name;
            activity?.SetTag("error.type", error).SetStatus(System.Diagnostics.ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            _metrics.Took(operation, _time.GetElapsedTime(begun), error);
        }
    }

    private void Learn(BoltConnection connection, Exception failure)
    {
        if (failure is CypherException cypher)
        {
            _members.Learn(connection.Host, cypher);
        }
    }

    private BoltWork Work(CypherAccess access, TimeSpan timeout) => new(access, _options.Database, _bookmarks.Known, timeout);
}
