using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// What operators see, under the conventions of OpenTelemetry for databases. No statement and no parameter is ever recorded.
/// </summary>
internal sealed class BoltMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string Name = "RelationshipGraph.Storage.Neo4j";

    private static readonly ActivitySource Activities = new(Name);

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;

    public BoltMetrics(Func<IEnumerable<BoltPool>> pools)
    {
        _wait = _meter.CreateHistogram<double>("db.client.connection.wait_time", "s", "The wait for a connection.");
        _duration = _meter.CreateHistogram<double>("db.client.operation.duration", "s", "One try of a transaction.");
        _retries = _meter.CreateCounter<long>(
            "relationshipgraph.neo4j.retries", "{retry}", "Transactions that were tried again.");
        _meter.CreateObservableGauge(
            "db.client.connection.count", () => pools().SelectMany(Observe), "{connection}", "Connections by their state.");
    }

    public static Activity? Begin(string operation, string? database) => Activities.StartActivity(operation, ActivityKind.Client)
        ?.SetTag("db.system.name", "neo4j").SetTag("db.operation.name", operation).SetTag("db.namespace", database);

    public void Waited(BoltHost host, TimeSpan time) => _wait.Record(time.TotalSeconds, Server(host));

    public void Took(string operation, TimeSpan time, string? error)
    {
        var tags = new TagList { { "db.system.name", "neo4j" }, { "db.operation.name", operation } };
        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        _duration.Record(time.TotalSeconds, tags);
    }

    public void Retried(string error) => _retries.Add(1, new KeyValuePair<string, object?>("error.type", error));

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> Observe(BoltPool pool)
    {
        var (busy, idle, opening) = pool.Counts;
        yield return new Measurement<int>(busy, Server(pool.Host), State("used"));
        yield return new Measurement<int>(idle, Server(pool.Host), State("idle"));
        yield return new Measurement<int>(opening, Server(pool.Host), State("opening"));
    }

    private static KeyValuePair<string, object?> Server(BoltHost host) => new("server.address", host.ToString());

    private static KeyValuePair<string, object?> State(string state) => new("db.client.connection.state", state);
}
