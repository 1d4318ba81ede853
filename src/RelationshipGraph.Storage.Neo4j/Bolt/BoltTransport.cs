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

    // One that is refused by a follower, one by the leader, and one without.
    private const int BookmarkTries = 3;

    private static readonly CypherStep Nothing = new("RETURN 1");

    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly BoltChance _chance;
    private readonly BoltBookmarks _bookmarks = new();
    private readonly BoltMetrics _metrics;
    private readonly BoltMembers _members;
    private readonly CancellationTokenSource _closing = new();
    private Task _asking = Task.CompletedTask;
    private int _isAsking;
    private int _isClosed;

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
        MeasuredAsync("connect", CypherAccess.Write, _options.TransactionTimeout, async (connection, work) =>
        {
            await connection.RunAloneAsync(work with { Access = CypherAccess.Read }, Nothing, _options.FetchSize, ct);
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
                await RunOnceAsync(access, steps, ct);
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

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) => MeasuredAsync(
        "alone", access, _options.UpkeepTimeout, (connection, work) => RunAloneOnAsync(connection, work, step, ct), ct);

    public Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct) =>
        WithBookmarksAsync<ICypherTransaction>(access, _options.UpkeepTimeout, async work =>
        {
            var connection = await AcquireAsync(work, "transaction held open", ct);
            try
            {
                connection.IsInTransaction = true;
                await connection.AskAsync(output => output.WriteBegin(work), ct);
                return new BoltTransaction(connection, work, _members, _bookmarks, _options.ResetTimeout);
            }
            catch (Exception failure)
            {
                Learn(connection, work, failure);
                _members.Release(connection);
                throw;
            }
        });

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            await _closing.CancelAsync();
            await _members.DisposeAsync();
            await _asking;
            _metrics.Dispose();
            _closing.Dispose();
        }
    }

    private Task<bool> RunOnceAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> make, CancellationToken ct) =>
        MeasuredAsync(
            access == CypherAccess.Read ? "read" : "write", access, _options.TransactionTimeout, async (connection, work) =>
            {
                var steps = make();
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

    private Task<T> MeasuredAsync<T>(
        string operation, CypherAccess access, TimeSpan limit, Func<BoltConnection, BoltWork, Task<T>> run,
        CancellationToken ct) =>
        WithBookmarksAsync(access, limit, work => MeasuredOnceAsync(operation, work, run, ct));

    private async Task<T> MeasuredOnceAsync<T>(
        string operation, BoltWork work, Func<BoltConnection, BoltWork, Task<T>> run, CancellationToken ct)
    {
        using var activity = BoltMetrics.Begin(operation, _options.Database);
        var begun = _time.GetTimestamp();
        var error = default(string);
        try
        {
            var connection = await AcquireAsync(work, operation, ct);
            activity?.SetTag("server.address", connection.Host.Name).SetTag("server.port", connection.Host.Port);
            try
            {
                return await run(connection, work);
            }
            catch (Exception failure)
            {
                Learn(connection, work, failure);
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

    // What a server refuses for its bookmarks was not begun, so it may be done without the refused ones, whatever it is.
    private async Task<T> WithBookmarksAsync<T>(CypherAccess access, TimeSpan limit, Func<BoltWork, Task<T>> run)
    {
        for (var tries = 1; ; tries++)
        {
            var work = new BoltWork(access, _options.Database, _bookmarks.Known, limit) { MustBeLed = _bookmarks.AreDoubted };
            try
            {
                return await run(work);
            }
            catch (CypherException failure) when (
                tries < BookmarkTries && work.Bookmarks.Length > 0 && BoltFailures.IsOfBookmarks(failure.Code))
            {
                _metrics.Retried("Bookmarks");
            }
            catch (CypherException failure) when (!_members.AreRouted && IsOfFollower(failure.Code))
            {
                // No other member is looked for, so this one will not write the next time either.
                throw new CypherException(CypherFailure.ReadOnly, failure.Code, failure.Message, failure) { Step = failure.Step };
            }
        }
    }

    private static bool IsOfFollower(string code) => code is BoltFailures.NotALeader or BoltFailures.ForbiddenOnReadOnlyDatabase;

    private async Task<BoltConnection> AcquireAsync(BoltWork work, string purpose, CancellationToken ct)
    {
        try
        {
            return await _members.AcquireAsync(work.MustBeLed ? CypherAccess.Write : work.Access, purpose, ct);
        }
        catch (CypherException failure) when (BoltFailures.IsOfBookmarks(failure.Code))
        {
            // Every member was asked.
            _bookmarks.Refuse(work.Bookmarks, isFinal: true);
            throw;
        }
    }

    private void Learn(BoltConnection connection, BoltWork work, Exception failure)
    {
        if (failure is CypherException cypher)
        {
            _members.Learn(connection.Host, cypher);
            if (BoltFailures.IsOfBookmarks(cypher.Code))
            {
                var isFinal = cypher.Code != BoltFailures.BookmarkTimeout || !_members.AreRouted
                    || work.MustBeLed || work.Access == CypherAccess.Write;
                _bookmarks.Refuse(work.Bookmarks, isFinal);
            }
        }
        else if (connection.IsUnanswered && work.Bookmarks.Length > 0 && Interlocked.CompareExchange(ref _isAsking, 1, 0) == 0)
        {
            _asking = AskAsync();
        }
    }

    // A server waits for what a bookmark stands for longer than callers wait for us. Nobody would ever hear that it waited in
    // vain, so it is asked on nobody's time.
    private async Task AskAsync()
    {
        await Task.Yield();
        try
        {
            await MeasuredAsync(
                "bookmarks",
                CypherAccess.Read,
                _options.TransactionTimeout,
                (connection, work) => RunAloneOnAsync(connection, work, Nothing, _closing.Token),
                _closing.Token);
        }
        catch (Exception failure) when (failure is CypherException or OperationCanceledException or ObjectDisposedException)
        {
            // The next caller who goes unanswered asks again.
        }
        finally
        {
            Volatile.Write(ref _isAsking, 0);
        }
    }
}
