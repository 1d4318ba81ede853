namespace RelationshipGraph.Strength;

/// <summary>Instants as seconds since 1970-01-01, for arithmetic.</summary>
internal static class UnixTime
{
    public static double SecondsOf(DateTimeOffset moment) =>
        (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond;

    public static DateTimeOffset MomentOf(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}
