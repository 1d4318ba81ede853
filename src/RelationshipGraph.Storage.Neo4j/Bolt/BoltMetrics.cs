using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>What can be watched from outside: connections, waits and transactions; never a statement or a parameter.</summary>
internal static class BoltMetrics
{
    public const string Name = "RelationshipGraph.Neo4j";

    private static readonly Meter Meter = new(Name);
    private static readonly ConcurrentDictionary<BoltPool, byte> Pools = new();

    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>(
        "relationshipgraph.neo4j.connection.wait", "s", "Time until a caller had a connection.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "relationshipgraph.neo4j.transaction.retries", "{retry}", "Transactions that were tried again.");

    static BoltMetrics()
    {
        Meter.CreateObservableGauge(
            "relationshipgraph.neo4j.connections.busy", () => Pools.Keys.Sum(pool => pool.Busy), "{connection}", "In use.");
        Meter.CreateObservableGauge(
            "relationshipgraph.neo4j.connections.idle", () => Pools.Keys.Sum(pool => pool.Idle), "{connection}", "Waiting.");
    }

    /// <summary>A span for each transaction.</summary>
    public static ActivitySource Source { get; } = new(Name);

    public static void Watch(BoltPool pool) => Pools[pool] = 0;

    public static void Forget(BoltPool pool) => Pools.TryRemove(pool, out _);

    public static void Waited(TimeSpan time) => Waits.Record(time.TotalSeconds);

    public static void Retried() => Retries.Add(1);
}
