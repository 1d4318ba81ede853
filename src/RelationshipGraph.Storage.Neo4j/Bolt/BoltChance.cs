namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Spreads times, so that many do not do the same at once. Safe for concurrent use.</summary>
internal sealed class BoltChance(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A time that is longer or shorter by at most this part of it.</summary>
    public TimeSpan Spread(TimeSpan time, double part)
    {
        lock (_lock)
        {
            return time * (1 - part + (2 * part * random.NextDouble()));
        }
    }
}
