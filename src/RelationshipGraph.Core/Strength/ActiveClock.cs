namespace RelationshipGraph.Strength;

/// <summary>
/// A clock that stands while its source is silent, so that a broken import is not read as people who fell silent.
/// </summary>
/// <remarks>
/// Time is cut into bins of a 200th of the horizon, and a bin counts if the source as a whole had at least a twentieth of its
/// usual rows in it. Over the whole history it goes as fast as any clock: one horizon for each. Immutable.
/// </remarks>
public sealed class ActiveClock
{
    /// <summary>Bins of one horizon.</summary>
    public const int BinsAHorizon = 200;

    private readonly double _origin;
    private readonly double _binSeconds;
    private readonly long[]? _bins;

    /// <param name="origin">Where the first bin begins, in seconds since 1970.</param>
    /// <param name="binSeconds">The length of a bin.</param>
    /// <param name="bins">The bins that count, ascending; null where all do.</param>
    /// <param name="measure">What it measures by.</param>
    internal ActiveClock(double origin, double binSeconds, long[]? bins, ClockMeasure measure)
    {
        _origin = origin;
        _binSeconds = binSeconds;
        _bins = bins;
        Measure = measure;
    }

    /// <summary>What it measures by.</summary>
    public ClockMeasure Measure { get; }

    /// <summary>A clock that never stands.</summary>
    /// <param name="origin">Where it shows 0.</param>
    /// <param name="horizon">What it calls 1.</param>
    public static ActiveClock Plain(DateTimeOffset origin, TimeSpan horizon) =>
        new(UnixTime.SecondsOf(origin), horizon.TotalSeconds / BinsAHorizon, null, ClockMeasure.Plain);

    /// <summary>Whether it is drawn from rows; else it never stands, and what it shows has no beginning.</summary>
    internal bool HasRows => _bins is not null;

    /// <summary>Whether it shows the same as another at every moment.</summary>
    internal bool ShowsAs(ActiveClock other) =>
        _origin == other._origin && _binSeconds == other._binSeconds && Measure.BinsAHorizon == other.Measure.BinsAHorizon
        && (_bins is null ? other._bins is null : other._bins is not null && _bins.AsSpan().SequenceEqual(other._bins));

    /// <summary>How long the source has been seen at a moment, in horizons.</summary>
    public double At(DateTimeOffset moment) => At(UnixTime.SecondsOf(moment));

    internal double At(double seconds)
    {
        var place = (seconds - _origin) / _binSeconds;
        if (_bins is null)
        {
            return place / BinsAHorizon;
        }

        var bin = (long)Math.Floor(place);
        var index = Array.BinarySearch(_bins, bin);
        return (index >= 0 ? index + (place - bin) : ~index) / Measure.BinsAHorizon;
    }
}
