using System.Collections.Concurrent;
using System.Globalization;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The connections to one server, kept for the next caller. Safe for concurrent use.</summary>
internal sealed class BoltPool : IAsyncDisposable
{
    private readonly BoltHost _host;
    private readonly BoltDial _dial;
    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrentStack<BoltConnection> _idle = new();
    private readonly ConcurrentDictionary<BoltConnection, long> _busy = new();
    private int _opening;
    private volatile bool _isClosed;

    public BoltPool(BoltHost host, BoltDial dial, BoltOptions options, TimeProvider time, Random random)
    {
        (_host, _dial, _options, _time, _random) = (host, dial, options, time, random);
        _slots = new SemaphoreSlim(options.ConnectionsMax);
        BoltMetrics.Watch(this);
    }

    /// <summary>Connections in use.</summary>
    public int Busy => _busy.Count;

    /// <summary>Connections that wait for a caller.</summary>
    public int Idle => _idle.Count;

    /// <summary>A connection that works, for one caller; to be given back by <see cref="GiveBackAsync"/>.</summary>
    public async Task<BoltConnection> TakeAsync(CancellationToken ct)
    {
        var began = _time.GetTimestamp();
        if (!await _slots.WaitAsync(_options.AcquireTime, ct))
        {
            throw new CypherException(CypherFailure.Busy, string.Empty, Crowded()) { IsTransient = true };
        }

        try
        {
            var connection = await FindIdleAsync(ct) ?? await OpenAsync(ct);
            _busy[connection] = _time.GetTimestamp();
            BoltMetrics.Waited(_time.GetElapsedTime(began));
            return connection;
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back; a broken or old one is closed.</summary>
    public async Task GiveBackAsync(BoltConnection connection)
    {
        _busy.TryRemove(connection, out _);
        try
        {
            if (connection.IsFailed && !connection.IsBroken)
            {
                await connection.ResetAsync();
            }
        }
        catch (CypherException)
        {
            connection.Close();
        }

        if (connection.IsBroken || _isClosed)
        {
            await connection.DisposeAsync();
        }
        else
        {
            connection.IdleSince = _time.GetTimestamp();
            _idle.Push(connection);
        }

        _slots.Release();
    }

    /// <summary>Closes the idle ones; the others are closed when they come back.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        BoltMetrics.Forget(this);
        while (_idle.TryPop(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<BoltConnection> OpenAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _opening);
        try
        {
            return await _dial.OpenAsync(_host, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _opening);
        }
    }

    private async Task<BoltConnection?> FindIdleAsync(CancellationToken ct)
    {
        while (_idle.TryPop(out var connection))
        {
            if (_time.GetElapsedTime(connection.Since) < LifetimeOf() && await IsThereAsync(connection, ct))
            {
                return connection;
            }

            await connection.DisposeAsync();
            ct.ThrowIfCancellationRequested();
        }

        return null;
    }

    // What a firewall has cut says nothing until it is used.
    private async Task<bool> IsThereAsync(BoltConnection connection, CancellationToken ct)
    {
        if (_time.GetElapsedTime(connection.IdleSince) < _options.IdleTime)
        {
            return true;
        }

        using var limit = new CancellationTokenSource(_options.ProbeTime, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        await using var stop = both.Token.Register(static state => ((BoltConnection)state!).Close(), connection);
        try
        {
            await connection.ResetAsync();
            return !connection.IsBroken;
        }
        catch (CypherException)
        {
            return false;
        }
    }

    // Not all at once, or a restarted pool would open everything anew in the same second an hour later.
    private TimeSpan LifetimeOf()
    {
        lock (_random)
        {
            return _options.Lifetime * (.9 + (_random.NextDouble() / 5));
        }
    }

    private string Crowded()
    {
        var longest = _busy.Values.Select(since => _time.GetElapsedTime(since)).DefaultIfEmpty().Max();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"No connection was free within {_options.AcquireTime.TotalSeconds:0} s: {Busy} busy, {Idle} idle, {_opening} opening, "
            + $"{_options.ConnectionsMax} at most; the longest in use for {longest.TotalSeconds:0.0} s.");
    }
}
