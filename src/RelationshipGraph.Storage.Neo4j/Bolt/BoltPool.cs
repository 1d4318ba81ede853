using System.Globalization;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The connections to one member: lent to one caller each, kept for the next. Safe for concurrent use.</summary>
/// <remarks>
/// There are as many slots as connections may be open. A slot is taken for the wait, the opening and the use of a connection, and
/// for the reset behind it; every way out of these gives it back.
/// </remarks>
internal sealed class BoltPool : IAsyncDisposable
{
    private const double LifetimeSpread = 0.1;

    private readonly BoltHost _host;
    private readonly BoltConnector _connector;
    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly BoltChance _chance;
    private readonly BoltMetrics _metrics;
    private readonly SemaphoreSlim _slots;
    private readonly Lock _lock = new();
    private readonly Stack<BoltConnection> _idle = [];
    private readonly HashSet<BoltConnection> _busy = [];
    private readonly HashSet<Task> _resets = [];
    private int _opening;
    private int _generation;
    private bool _isDisposed;

    public BoltPool(
        BoltHost host, BoltConnector connector, BoltOptions options, TimeProvider time, BoltChance chance, BoltMetrics metrics)
    {
        _host = host;
        _connector = connector;
        _options = options;
        _time = time;
        _chance = chance;
        _metrics = metrics;
        _slots = new SemaphoreSlim(options.MaxConnectionPoolSize);
    }

    public BoltHost Host => _host;

    /// <summary>How many are lent or being reset, are idle, and are being opened.</summary>
    public (int Busy, int Idle, int Opening) Counts
    {
        get
        {
            lock (_lock)
            {
                return (_busy.Count, _idle.Count, _opening);
            }
        }
    }

    /// <summary>Lends a connection that works, as far as can be known.</summary>
    /// <param name="purpose">What for; named in the error of those who wait too long.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="CypherException">There is no server, it does not let us in, or all connections are in use.</exception>
    public async Task<BoltConnection> AcquireAsync(string purpose, CancellationToken ct)
    {
        var begun = _time.GetTimestamp();
        using var patience = new CancellationTokenSource(_options.ConnectionAcquisitionTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await _slots.WaitAsync(either.Token);
            try
            {
                var connection = await TakeIdleAsync(either.Token) ?? await OpenAsync(either.Token);
                Lend(connection, purpose);
                _metrics.Waited(_host, _time.GetElapsedTime(begun));
                return connection;
            }
            catch
            {
                _slots.Release();
                throw;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Exhausted();
        }
    }

    /// <summary>Takes a connection back. One that is not ready is reset behind the caller's back.</summary>
    public void Release(BoltConnection connection)
    {
        if (connection.IsReady || connection.IsBroken)
        {
            GiveBack(connection);
            return;
        }

        lock (_lock)
        {
            var reset = ResetAsync(connection);
            if (!reset.IsCompleted)
            {
                _resets.Add(reset);
                _ = reset.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Closes what is idle, and what is lent when it comes back: the member has changed.</summary>
    public void Renew()
    {
        BoltConnection[] idle;
        lock (_lock)
        {
            _generation++;
            idle = [.. _idle];
            _idle.Clear();
        }

        Array.ForEach(idle, each => each.Dispose());
    }

    public async ValueTask DisposeAsync()
    {
        Task[] resets;
        lock (_lock)
        {
            _isDisposed = true;
            resets = [.. _resets];
            foreach (var each in _busy)
            {
                each.Dispose();
            }
        }

        Renew();
        await Task.WhenAll(resets);
    }

    private async Task<BoltConnection?> TakeIdleAsync(CancellationToken ct)
    {
        while (true)
        {
            BoltConnection? connection;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                if (!_idle.TryPop(out connection))
                {
                    return null;
                }
            }

            try
            {
                if (await IsUsableAsync(connection, ct))
                {
                    return connection;
                }
            }
            catch (OperationCanceledException)
            {
                connection.Dispose();
                throw;
            }

            connection.Dispose();
        }
    }

    private async Task<bool> IsUsableAsync(BoltConnection connection, CancellationToken ct)
    {
        if (_time.GetElapsedTime(connection.OpenedAt) > connection.Lifetime || !connection.IsOpen())
        {
            return false;
        }

        if (_time.GetElapsedTime(connection.IdleSince) > _options.ConnectionLivenessThreshold)
        {
            await connection.ResetAsync(_options.LivenessTimeout).WaitAsync(ct);
        }

        return connection.IsReady;
    }

    private async Task<BoltConnection> OpenAsync(CancellationToken ct)
    {
        int generation;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _opening++;
            generation = _generation;
        }

        try
        {
            var connection = await _connector.OpenAsync(_host, ct);
            connection.Lifetime = _chance.Spread(_options.MaxConnectionLifetime, LifetimeSpread);
            connection.Generation = generation;
            return connection;
        }
        finally
        {
            lock (_lock)
            {
                _opening--;
            }
        }
    }

    private void Lend(BoltConnection connection, string purpose)
    {
        connection.Uses++;
        connection.Lent = (purpose, _time.GetTimestamp());
        lock (_lock)
        {
            _busy.Add(connection);
        }
    }

    private async Task ResetAsync(BoltConnection connection)
    {
        // Not on the caller's time.
        await Task.Yield();
        await connection.ResetAsync(_options.ResetTimeout);
        GiveBack(connection);
    }

    private void GiveBack(BoltConnection connection)
    {
        bool keep;
        lock (_lock)
        {
            _busy.Remove(connection);
            keep = connection.IsReady && !_isDisposed && connection.Generation == _generation;
            if (keep)
            {
                connection.IdleSince = _time.GetTimestamp();
                _idle.Push(connection);
            }
        }

        if (!keep)
        {
            connection.Dispose();
        }

        _slots.Release();
    }

    private void Forget(Task reset)
    {
        lock (_lock)
        {
            _resets.Remove(reset);
        }
    }

    private CypherException Exhausted()
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            var longest = _busy.OrderBy(each => each.Lent.Since).Select(each => string.Create(
                CultureInfo.InvariantCulture,
                $" Longest in use: {each.Lent.Purpose}, {_time.GetElapsedTime(each.Lent.Since, now).TotalSeconds:0.0} s."));
            return new CypherException(CypherFailure.Busy, "", string.Create(
                CultureInfo.InvariantCulture,
                $"No connection to {_host} became free within {_options.ConnectionAcquisitionTimeout.TotalSeconds:0.###} s: "
                + $"{_busy.Count} in use, {_idle.Count} idle, {_opening} being opened, at most "
                + $"{_options.MaxConnectionPoolSize}.{longest.FirstOrDefault()}"))
            {
                IsTransient = true,
            };
        }
    }
}
