using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>What tests of the client say shortly.</summary>
internal static class BoltTestKit
{
    /// <summary>Time in which no wait ends by itself.</summary>
    public static HurriedTime Standstill => new(_ => false);

    /// <summary>Time in which the waits between tries are over at once; all of them are shorter than ten seconds.</summary>
    public static HurriedTime QuickRetries => new(wait => wait < TimeSpan.FromSeconds(10));

    public static BoltTransport Client(
        this ScriptedBoltServer server, BoltOptions? options = null, TimeProvider? time = null, string? address = null) =>
        BoltTransport.Create(
            BoltAddress.Parse(address ?? server.Address),
            BoltCredentials.Basic("neo4j", "secret"),
            options ?? new BoltOptions(),
            time ?? Standstill,
            new Random(1));

    /// <summary>Runs statements as one transaction that writes.</summary>
    public static Task WriteAsync(this ICypherTransport transport, params CypherStep[] steps) =>
        transport.RunAsync(CypherAccess.Write, () => steps, Some.NoToken);

    /// <summary>Reads the first column of every row as integers.</summary>
    public static async Task<List<long>> ReadIntegersAsync(this ICypherTransport transport, string text, CancellationToken ct)
    {
        var values = new List<long>();
        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            {
                values.Clear();
                return [new CypherStep(text, null, row => values.Add(row.ReadInteger()))];
            },
            ct);
        return values;
    }

    /// <summary>Waits until something holds that another thread is about to do.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
