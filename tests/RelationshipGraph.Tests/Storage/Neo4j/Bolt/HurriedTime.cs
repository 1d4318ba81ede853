namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>
/// Time that stands still, but for the waits that a test names: these are over at once, and the clock has moved by them. All
/// other waits never end by themselves.
/// </summary>
internal sealed class HurriedTime(Func<TimeSpan, bool> isOver) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private long _now = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The waits that were over at once, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    private bool IsOver(TimeSpan wait) => isOver(wait);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Some.Now.AddTicks(GetTimestamp());

    /// <summary>Moves the clock without ending a wait.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Once(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Once(HurriedTime time, TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero && time.IsOver(dueTime))
            {
                time.Pass(dueTime);
                lock (time._lock)
                {
                    time._waits.Add(dueTime);
                }

                ThreadPool.QueueUserWorkItem(_ =>
                {
                    if (!Volatile.Read(ref _isDisposed))
                    {
                        callback(state);
                    }
                });
            }

            return true;
        }

        public void Dispose() => Volatile.Write(ref _isDisposed, true);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
