using System.Collections.Concurrent;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>Connections that only read, opened as they are needed and kept. One that failed is not given back.</summary>
internal sealed class ReaderPool(StoreFile file, int connectionsMax) : IDisposable
{
    private readonly ConcurrentBag<Connection> _free = [];
    private readonly SemaphoreSlim _places = new(connectionsMax);

    /// <summary>Reads one consistent state, and leaves nothing open.</summary>
    public async Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        try
        {
            var connection = _free.TryTake(out var free) ? free : file.OpenReader();
            try
            {
                var result = Read(connection, read, ct);
                _free.Add(connection);
                return result;
            }
            catch (Exception failure)
            {
                Return(connection, failure);
                throw;
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        while (_free.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _places.Dispose();
    }

    private static T Read<T>(Connection connection, Func<Connection, T> read, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        connection.Run("BEGIN");
        try
        {
            // Its disposal waits for an interrupt under way, so that none meets the next reader.
            using var interrupt = ct.UnsafeRegister(static state => ((Connection)state!).Interrupt(), connection);
            return read(connection);
        }
        catch (OperationCanceledException stopped) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("The read was cancelled.", stopped, ct);
        }
        finally
        {
            if (connection.IsInTransaction)
            {
                connection.Run("ROLLBACK");
            }
        }
    }

    // A refused question says nothing about the connection; a failing file may.
    private void Return(Connection connection, Exception failure)
    {
        if (failure is SearchTooBroadException or OperationCanceledException or ArgumentException)
        {
            _free.Add(connection);
        }
        else
        {
            connection.Dispose();
        }
    }
}
