namespace RelationshipGraph.Strength;

/// <summary>How many rows a source had in each bin of time: what its clock is drawn from. Rows may come in any order.</summary>
/// <param name="origin">Where a bin begins. Two sources with the same rows and the same origin have the same clock.</param>
/// <param name="horizon">The model's horizon.</param>
public sealed class SourceActivity(DateTimeOffset origin, TimeSpan horizon)
{
    /// <summary>A bin counts if it has this share of the rows that a bin with rows has on average.</summary>
    private const double UsualShare = .05;

    private readonly Dictionary<long, long> _rows = [];
    private readonly double _origin = UnixTime.SecondsOf(origin);
    private readonly double _binSeconds = horizon.TotalSeconds / ActiveClock.BinsAHorizon;

    private SourceActivity(SourceActivity other)
        : this(DateTimeOffset.UnixEpoch, TimeSpan.FromDays(1))
    {
        _rows = new Dictionary<long, long>(other._rows);
        (_origin, _binSeconds) = (other._origin, other._binSeconds);
    }

    internal SourceActivity(double originSeconds, double horizonSeconds)
        : this(DateTimeOffset.UnixEpoch, TimeSpan.FromDays(1))
    {
        _origin = originSeconds;
        _binSeconds = horizonSeconds / ActiveClock.BinsAHorizon;
    }

    /// <summary>Counts a row.</summary>
    public void Add(DateTimeOffset at) => Add(UnixTime.SecondsOf(at));

    internal void Add(double seconds, int rows = 1)
    {
        var bin = BinOf(seconds);
        var count = _rows.GetValueOrDefault(bin) + rows;
        if (count == 0)
        {
            _rows.Remove(bin);
        }
        else
        {
            _rows[bin] = count;
        }
    }

    /// <summary>One that stays as it is when this one goes on.</summary>
    internal SourceActivity Copy() => new(this);

    /// <summary>The clock by what is known until a moment. Without rows it never stands.</summary>
    public ActiveClock ClockAt(DateTimeOffset moment) => ClockAt(UnixTime.SecondsOf(moment));

    /// <summary>
    /// The clock by what is known until a moment, in the measure of an earlier one: what that one had shown stays so, unless
    /// rows came late.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The measure is none: its bins are not above 0.</exception>
    public ActiveClock ClockAt(DateTimeOffset moment, ClockMeasure measure)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(measure.BinsAHorizon, 0);
        return ClockOf(BinOf(UnixTime.SecondsOf(moment)), measure);
    }

    internal ActiveClock ClockAt(double seconds)
    {
        var last = BinOf(seconds);
        var first = long.MaxValue;
        long bins = 0;
        long rows = 0;
        foreach (var (bin, count) in _rows)
        {
            if (bin <= last)
            {
                first = Math.Min(first, bin);
                bins++;
                rows += count;
            }
        }

        if (bins == 0)
        {
            return new ActiveClock(_origin, _binSeconds, null, ClockMeasure.Plain);
        }

        var rowsMin = UsualShare * rows / bins;
        double counting = _rows.Count(bin => bin.Key <= last && bin.Value >= rowsMin);
        var history = ((seconds - _origin) / _binSeconds) - first;
        var share = counting < history ? counting / history : 1;
        return ClockOf(last, new ClockMeasure(rowsMin, share * ActiveClock.BinsAHorizon));
    }

    private ActiveClock ClockOf(long last, ClockMeasure measure)
    {
        var bins = _rows.Where(bin => bin.Key <= last && bin.Value >= measure.RowsMin).Select(bin => bin.Key).ToArray();
        Array.Sort(bins);
        return new ActiveClock(_origin, _binSeconds, bins, measure);
    }

    private long BinOf(double seconds) => (long)Math.Floor((seconds - _origin) / _binSeconds);
}
