using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A transaction held open on one connection, for one caller.</summary>
internal sealed class BoltTransaction(
    BoltPool pool, BoltConnection connection, Action<string?> committed, TimeSpan drainTime, TimeProvider time) : ICypherTransaction
{
    private Task _running = Task.CompletedTask;
    private bool _isOpen;
    private bool _isGivenUp;

    public Task BeginAsync(IReadOnlyDictionary<string, object?> extra, CancellationToken ct) => OnAsync(
        async () =>
        {
            Requests.Begin(connection.Writer, extra);
            await connection.SendAsync();
            await connection.ReceiveAsync();
            _isOpen = true;
        },
        ct);

    public Task RunAsync(IReadOnlyList<CypherStep> steps, CancellationToken ct) => OnAsync(
        async () =>
        {
            foreach (var step in steps)
            {
                Requests.Run(connection.Writer, step, extra: null);
            }

            await connection.SendAsync();
            CypherException? failure = null;
            for (var i = 0; i < steps.Count; i++)
            {
                try
                {
                    await BoltTransport.TakeStepAsync(connection, steps[i], i);
                }
                catch (CypherException why) when (!connection.IsBroken)
                {
                    failure ??= why;
                }
            }

            if (failure is not null)
            {
                throw failure;
            }
        },
        ct);

    public Task CommitAsync(CancellationToken ct) => OnAsync(
        async () =>
        {
            Requests.Commit(connection.Writer);
            try
            {
                await connection.SendAsync();
                var done = await connection.ReceiveAsync();
                _isOpen = false;
                committed(done?.GetValueOrDefault("bookmark") as string);
            }
            catch (CypherException broken) when (connection.IsBroken)
            {
                throw new CypherException(broken.Cause, broken.Code, broken.Message, broken) { IsOutcomeUnknown = true };
            }
        },
        ct);

    public async ValueTask DisposeAsync()
    {
        if (_isGivenUp)
        {
            return;
        }

        _isGivenUp = true;
        try
        {
            if (_isOpen && !connection.IsFailed && !connection.IsBroken)
            {
                Requests.Rollback(connection.Writer);
                await connection.SendAsync();
                await connection.ReceiveAsync();
            }
        }
        catch (CypherException)
        {
            // It is rolled back when the connection is reset or closed.
        }

        await pool.GiveBackAsync(connection);
    }

    private async Task OnAsync(Func<Task> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!_running.IsCompleted || _isGivenUp)
        {
            throw new InvalidOperationException("A transaction is for one caller at a time, and not after it was given up.");
        }

        _running = GuardedAsync(work);
        try
        {
            await _running.WaitAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested && !_running.IsCompleted)
        {
            _isGivenUp = true;
            _ = Drain.RunAsync(pool, connection, _running, drainTime, time);
            throw;
        }
    }

    private async Task GuardedAsync(Func<Task> work)
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
}
