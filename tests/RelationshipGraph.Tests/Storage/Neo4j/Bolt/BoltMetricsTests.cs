using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltMetricsTests
{
    [Fact]
    public async Task Operators_see_connections_waits_durations_and_retries_and_no_statement()
    {
        var failures = 1;
        await using var server = new ScriptedBoltServer
        {
            Script = async (session, request) =>
            {
                if (request.Name != "COMMIT" || failures-- <= 0)
                {
                    return false;
                }

                await session.FailAsync("Neo.TransientError.Transaction.DeadlockDetected", "SECRET text");
                return true;
            },
        };
        var seen = new ConcurrentQueue<string>();
        using var meters = Listen(seen);
        using var activities = Trace(seen);
        await using var client = server.Client(new BoltOptions { Database = "graph-of-metrics" }, BoltTestKit.QuickRetries);

        await client.WriteAsync(new CypherStep("SECRET statement", new Dictionary<string, object?> { ["x"] = "SECRET value" }));
        meters.RecordObservableInstruments();

        var lines = seen.ToList();
        Assert.Contains(lines, line => line.StartsWith("db.client.connection.wait_time", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("db.client.operation.duration", StringComparison.Ordinal)
            && line.Contains("error.type=Deadlock", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("relationshipgraph.neo4j.retries=1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("db.client.connection.count=", StringComparison.Ordinal)
            && line.Contains($"server.address={server.Host}", StringComparison.Ordinal));
        Assert.Equal(
            2, lines.Count(line => line.StartsWith("activity write db.namespace=graph-of-metrics", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("SECRET", StringComparison.Ordinal));
    }

    private static MeterListener Listen(ConcurrentQueue<string> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == BoltMetrics.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => seen.Enqueue(
            $"{instrument.Name}={value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
    }

    private static ActivityListener Trace(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BoltMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen.Enqueue(
                $"activity {activity.OperationName} db.namespace={activity.GetTagItem("db.namespace")} "
                + string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
