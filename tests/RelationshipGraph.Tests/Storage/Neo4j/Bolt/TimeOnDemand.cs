using System.Collections.Concurrent;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>Time that stands still until a test says that waits of some length are over.</summary>
internal sealed class TimeOnDemand : TimeProvider
{
    private readonly ConcurrentQueue<Wait> _waits = [];

    public override long GetTimestamp() => 1;

    /// <summary>Ends the waits of that length that have begun.</summary>
    public void End(TimeSpan length)
    {
        foreach (var wait in _waits)
        {
            wait.End(length);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(callback, state) { Length = dueTime };
        _waits.Enqueue(wait);
        return wait;
    }

    private sealed class Wait(TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public TimeSpan Length { get; set; }

        public void End(TimeSpan length)
        {
            if (length == Length && !Volatile.Read(ref _isDisposed))
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Length = dueTime;
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
