using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The wire to Neo4j by the Bolt protocol.</summary>
internal sealed class BoltTransport : ICypherTransport
{
    private readonly BoltAddress _address;
    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly BoltCluster _cluster;
    private readonly RetryLoop _retry;
    private readonly Bookmarks _bookmarks = new();

    private BoltTransport(
        BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time, Random random)
    {
        (_address, _options, _time) = (address, options, time);
        _cluster = new BoltCluster(address, new BoltDial(address, credentials, options, time), options, time, random);
        _retry = new RetryLoop(options.RetryTime, time, random);
    }

    private IReadOnlyCollection<string> Seen => _address.IsRouted ? _bookmarks.Current : [];

    /// <summary>A client of a server or cluster. Nothing is sent yet.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="credentials">Who we are.</param>
    /// <param name="options">How the client behaves.</param>
    /// <param name="time">The clock of all limits.</param>
    /// <param name="random">Spreads waits; used under a lock.</param>
    public static BoltTransport Create(
        BoltAddress address, BoltCredentials credentials, BoltOptions options, TimeProvider time, Random random) =>
        new(address, credentials, options, time, random);

    public async Task<CypherServer> ConnectAsync(CancellationToken ct)
    {
        var server = default(CypherServer);
        await _retry.RunAsync(
            () => OnAsync(
                CypherAccess.Read,
                async (connection, seen) =>
                {
                    await TransactAsync(connection, seen, CypherAccess.Read, [new CypherStep("RETURN 1")]);
                    server = new CypherServer(
                        connection.Agent, connection.Version.ToString(), _options.Database ?? string.Empty);
                },
                ct),
            ct);
        return server!;
    }

    public async Task RunAsync(CypherAccess access, Func<IReadOnlyList<CypherStep>> steps, CancellationToken ct)
    {
        using var activity = BoltMetrics.Source.StartActivity("transaction");
        await _retry.RunAsync(
            () => OnAsync(access, (connection, seen) => TransactAsync(connection, seen, access, steps()), ct), ct);
    }

    public Task RunAloneAsync(CypherAccess access, CypherStep step, CancellationToken ct) =>
        OnAsync(
            access,
            async (connection, seen) =>
            {
                Requests.Run(connection.Writer, step, Extra(access, seen, _options.AloneTime));
                await connection.SendAsync();
                await TakeStepAsync(connection, step, 0);
            },
            ct);

    public async Task<ICypherTransaction> BeginAsync(CypherAccess access, CancellationToken ct)
    {
        var seen = Seen;
        var (pool, connection) = await _cluster.TakeAsync(access, seen, ct);
        var transaction = new BoltTransaction(pool, connection, given => _bookmarks.Replace(seen, given), _options.DrainTime, _time);
        try
        {
            await transaction.BeginAsync(Extra(access, seen, _options.TransactionTime), ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>Reads what a statement gave: first whether it was understood, then its rows.</summary>
    internal static async Task TakeStepAsync(BoltConnection connection, CypherStep step, int place)
    {
        CypherException? failure = null;
        try
        {
            await connection.ReceiveAsync();
        }
        catch (CypherException why) when (!connection.IsBroken)
        {
            failure = At(why, place);
        }

        try
        {
            await connection.ReceiveAsync(step.OnRow);
        }
        catch (CypherException why) when (!connection.IsBroken)
        {
            failure ??= At(why, place);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    // The whole in one write. What stands behind a failure is passed over by the server, its commit too.
    private async Task TransactAsync(
        BoltConnection connection, IReadOnlyCollection<string> seen, CypherAccess access, IReadOnlyList<CypherStep> steps)
    {
        Requests.Begin(connection.Writer, Extra(access, seen, _options.TransactionTime));
        foreach (var step in steps)
        {
            Requests.Run(connection.Writer, step, extra: null);
        }

        Requests.Commit(connection.Writer);
        CypherException? failure = null;
        try
        {
            await connection.SendAsync();
            failure = await TakeAllAsync(connection, steps);
            if (failure is null)
            {
                var done = await connection.ReceiveAsync();
                _bookmarks.Replace(seen, done?.GetValueOrDefault("bookmark") as string);
                return;
            }

            await connection.ReceiveAsync();
        }
        catch (CypherException broken) when (connection.IsBroken && failure is null && access == CypherAccess.Write)
        {
            throw new CypherException(broken.Cause, broken.Code, broken.Message, broken) { IsOutcomeUnknown = true };
        }

        throw failure;
    }

    private static async Task<CypherException?> TakeAllAsync(BoltConnection connection, IReadOnlyList<CypherStep> steps)
    {
        CypherException? failure = null;
        try
        {
            await connection.ReceiveAsync();
        }
        catch (CypherException why) when (!connection.IsBroken)
        {
            failure = why;
        }

        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                await TakeStepAsync(connection, steps[i], i);
            }
            catch (CypherException why) when (!connection.IsBroken)
            {
                failure ??= why;
            }
        }

        return failure;
    }

    private async Task OnAsync(
        CypherAccess access, Func<BoltConnection, IReadOnlyCollection<string>, Task> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var seen = Seen;
        var (pool, connection) = await _cluster.TakeAsync(access, seen, ct);
        var running = GuardedAsync(connection, () => work(connection, seen));
        try
        {
            await running.WaitAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested && !running.IsCompleted)
        {
            // The caller is free; the server is told to stop, and what it still says is read behind the caller's back.
            _ = Drain.RunAsync(pool, connection, running, _options.DrainTime, _time);
            throw;
        }
        catch (CypherException failure)
        {
            if (failure.Cause is CypherFailure.NotLeader or CypherFailure.Unreachable
                || (failure.Cause == CypherFailure.ReadOnly && access == CypherAccess.Write && _address.IsRouted))
            {
                _cluster.Forget();
            }

            await pool.GiveBackAsync(connection);
            throw;
        }
        catch
        {
            await pool.GiveBackAsync(connection);
            throw;
        }

        await pool.GiveBackAsync(connection);
    }

    // Whatever else goes wrong between, nobody knows any more what the server will say next.
    private static async Task GuardedAsync(BoltConnection connection, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not CypherException)
        {
            connection.Close();
            throw;
        }
    }

    private Dictionary<string, object?> Extra(CypherAccess access, IReadOnlyCollection<string> seen, TimeSpan time)
    {
        var extra = new Dictionary<string, object?> { ["tx_timeout"] = (long)time.TotalMilliseconds };
        if (seen.Count > 0)
        {
            extra["bookmarks"] = seen;
        }

        if (access == CypherAccess.Read)
        {
            extra["mode"] = "r";
        }

        if (_options.Database is { } database)
        {
            extra["db"] = database;
        }

        return extra;
    }

    private static CypherException At(CypherException failure, int place) =>
        new(failure.Cause, failure.Code, failure.Message, failure.InnerException)
        {
            IsTransient = failure.IsTransient,
            Step = place,
        };
}
