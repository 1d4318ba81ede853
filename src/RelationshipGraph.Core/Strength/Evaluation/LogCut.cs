namespace RelationshipGraph.Strength.Evaluation;

/// <summary>Where a log is cut into what is known and what is to be forecast: at four fifths.</summary>
public enum LogCut : byte
{
    /// <summary>Of the time from the first row to the last.</summary>
    Time = 1,

    /// <summary>Of the rows.</summary>
    Rows = 2,
}

/// <summary>The moment of a cut.</summary>
internal static class LogCuts
{
    private const double KnownShare = .8;

    /// <summary>The moment at which the first rows of a log are cut, in seconds since 1970.</summary>
    /// <param name="seconds">The times of the rows, in their order; at least one.</param>
    /// <param name="cut">By what.</param>
    public static double Of(ReadOnlySpan<double> seconds, LogCut cut) => cut == LogCut.Time
        ? seconds[0] + (KnownShare * (seconds[^1] - seconds[0]))
        : seconds[(int)(KnownShare * seconds.Length)];
}
