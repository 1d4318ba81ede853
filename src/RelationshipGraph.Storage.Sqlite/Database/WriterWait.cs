namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>Waits for another writer, in this program or another one, without holding a thread.</summary>
internal static class WriterWait
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMilliseconds(25);

    /// <summary>Does something that needs the file's lock, again and again until it is free.</summary>
    /// <param name="attempt">What needs the lock.</param>
    /// <param name="time">The clock.</param>
    /// <param name="started">When the wait began, as the clock's timestamp.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="StoreBusyException">It was not free for <see cref="Limits.WriterWait"/>.</exception>
    public static async Task UntilFreeAsync(Action attempt, TimeProvider time, long started, CancellationToken ct)
    {
        var pause = PauseMin;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                attempt();
                return;
            }
            catch (StoreBusyException) when (time.GetElapsedTime(started) < Limits.WriterWait)
            {
                await Task.Delay(pause, time, ct);
            }

            pause = pause * 2 < PauseMax ? pause * 2 : PauseMax;
        }
    }
}
