namespace RelationshipGraph.Model;

/// <summary>Makes new ids. One maker a process; safe for concurrent use.</summary>
/// <remarks>
/// Each maker draws one of 1,024 lanes, so that several processes seldom meet; if they do, the store refuses the second record as
/// <c>ID_TAKEN</c> and nothing is lost. Within one maker ids only grow, also when the clock steps back.
/// </remarks>
public sealed class RecordIds
{
    private const int CountBits = 6;
    private const long CountMask = (1 << CountBits) - 1;
    private const int LaneCount = 1024;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider _time;
    private readonly long _lane;

    // One slot a kind: milliseconds since the epoch, shifted by the count. Only grows.
    private readonly long[] _last = new long[64];

    public RecordIds(TimeProvider time, Random random)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(random);
        _time = time;
        _lane = random.Next(LaneCount);
    }

    /// <summary>A new id of the kind, greater than every earlier one of that kind from this maker.</summary>
    /// <remarks>More than 64 a millisecond borrow from the milliseconds that follow.</remarks>
    public RecordId Next(RecordKind kind)
    {
        var now = Math.Max(1, (long)(_time.GetUtcNow() - Epoch).TotalMilliseconds) << CountBits;
        ref var last = ref _last[(int)kind];
        while (true)
        {
            var seen = Volatile.Read(ref last);
            var next = Math.Max(now, seen + 1);
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return Compose(kind, next >> CountBits, _lane, next & CountMask);
            }
        }
    }

    /// <summary>The id with exactly these parts; for data whose ids must not change between runs.</summary>
    /// <param name="kind">What it names.</param>
    /// <param name="at">Its instant, to the millisecond.</param>
    /// <param name="lane">0 to 1,023.</param>
    /// <param name="count">0 to 63.</param>
    public static RecordId At(RecordKind kind, DateTimeOffset at, int lane, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lane);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lane, LaneCount);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, CountMask);
        return Compose(kind, Math.Max(1, (long)(at - Epoch).TotalMilliseconds), lane, count);
    }

    private static RecordId Compose(RecordKind kind, long milliseconds, long lane, long count) => RecordId.FromValue(
        (milliseconds << RecordId.TimeShift) | ((long)kind << RecordId.KindShift) | (lane << CountBits) | count);
}
