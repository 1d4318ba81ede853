namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>The one connection that writes, for one caller at a time.</summary>
internal sealed class Writer(Connection connection, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly LogSize _log = new(connection);

    /// <summary>Writes in one transaction, which is kept if the caller says so.</summary>
    /// <param name="write">Gives the result and whether what was written is to stay.</param>
    /// <param name="ct">Ends the wait for the turn; once begun, a write is finished.</param>
    /// <exception cref="StoreBusyException">The turn did not come within <see cref="Limits.WriterWait"/>.</exception>
    public async Task<T> WriteAsync<T>(Func<Connection, (T Result, bool Stays)> write, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        if (!await _turn.WaitAsync(Limits.WriterWait, ct))
        {
            throw new StoreBusyException(SqliteFailure.Store);
        }

        try
        {
            _log.BeforeCommit();
            await WriterWait.UntilFreeAsync(() => connection.Run("BEGIN IMMEDIATE"), time, started, ct);
            try
            {
                var (result, stays) = write(connection);
                if (stays)
                {
                    connection.Run("COMMIT");
                }

                return result;
            }
            finally
            {
                if (connection.IsInTransaction)
                {
                    connection.Run("ROLLBACK");
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does something outside any transaction while nobody writes.</summary>
    public async Task<T> HoldAsync<T>(Func<Connection, T> work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return work(connection);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        _turn.Dispose();
    }
}
