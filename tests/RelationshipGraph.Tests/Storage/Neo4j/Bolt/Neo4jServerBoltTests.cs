using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>The client against a real server.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerBoltTests : IAsyncDisposable
{
    private readonly BoltTransport _transport = Neo4jServer.WhatIsMissing is null ? Neo4jServer.Connect() : null!;

    public ValueTask DisposeAsync() => _transport?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Neo4jServerFact]
    public async Task A_server_says_what_it_is()
    {
        var server = await _transport.ConnectAsync(Some.NoToken);

        Assert.StartsWith("Neo4j/", server.Agent, StringComparison.Ordinal);
        Assert.Equal("5.8", server.Protocol);
    }

    [Neo4jServerFact]
    public async Task Values_come_back_as_they_were_sent()
    {
        var values = new object?[]
        {
            null, true, false, 0L, -17L, 128L, -129L, 32_768L, -2_147_483_649L, long.MinValue, long.MaxValue, 1e-9, -0.5,
            "", "æøå 😀 'x' \"y\" \\ \n \0", new string('x', 70_000), Array.Empty<byte>(), new byte[] { 1, 2, 255 },
        };

        var read = new List<object?>();
        await _transport.RunAsync(
            CypherAccess.Read,
            () => [Step("RETURN " + string.Join(", ", values.Select((_, i) => $"$p{i}")), ReadAll, values)],
            Some.NoToken);

        Assert.Equal(values, read);

        void ReadAll(ICypherRow row)
        {
            foreach (var value in values)
            {
                read.Add(value switch
                {
                    null => row.TryReadNull() ? null : "no null",
                    bool => row.ReadBoolean(),
                    long => row.ReadInteger(),
                    double => row.ReadNumber(),
                    string => row.ReadText(),
                    _ => row.ReadBytes(),
                });
            }
        }
    }

    [Neo4jServerFact]
    public async Task A_transaction_whose_statement_fails_leaves_nothing_and_the_connection_goes_on()
    {
        var failure = await Assert.ThrowsAsync<CypherException>(() => _transport.RunAsync(
            CypherAccess.Write,
            () => [Step("CREATE (:Probe)"), Step("RETURN 1 / $p0", null, 0L), Step("CREATE (:Probe)")],
            Some.NoToken));

        Assert.Equal((CypherFailure.Arithmetic, 1, false), (failure.Cause, failure.Step, failure.IsTransient));
        Assert.Equal(0, await NumberAsync("MATCH (n:Probe) RETURN count(n)"));
    }

    [Neo4jServerFact]
    public async Task A_statement_that_is_wrong_is_our_mistake()
    {
        var failure = await Assert.ThrowsAsync<CypherException>(() => NumberAsync("MATCH nonsense"));

        Assert.Equal((CypherFailure.Statement, 0), (failure.Cause, failure.Step));
    }

    [Neo4jServerFact]
    public async Task A_million_rows_stream_by()
    {
        var sum = 0L;
        await _transport.RunAsync(
            CypherAccess.Read,
            () => [Step("UNWIND range(1, 1000000) AS i RETURN i", row => sum += row.ReadInteger())],
            Some.NoToken);

        Assert.Equal(500_000_500_000, sum);
    }

    [Neo4jServerFact]
    public async Task A_cancelled_query_frees_its_caller_and_then_its_connection()
    {
        await using var narrow = Neo4jServer.Connect(new BoltOptions { MaxConnectionPoolSize = 1 });
        using var cancel = new CancellationTokenSource();
        var endless = narrow.RunAsync(
            CypherAccess.Read,
            () =>
            [
                Step("UNWIND range(1, 1000000000) AS i RETURN i", row =>
                {
                    if (row.ReadInteger() == 1_000)
                    {
                        cancel.Cancel();
                    }
                }),
            ],
            cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        var one = 0L;
        await narrow.RunAsync(CypherAccess.Read, () => [Step("RETURN 1", row => one = row.ReadInteger())], Some.NoToken);
        Assert.Equal(1, one);
    }

    [Neo4jServerFact]
    public async Task A_transaction_held_open_is_seen_by_others_only_when_it_is_committed()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"probe {Some.Id(RecordKind.Idea)}");
        await using (var given = await _transport.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await given.RunAsync([Step("CREATE (:Probe {name: $p0})", null, name)], Some.NoToken);
        }

        await using (var kept = await _transport.BeginAsync(CypherAccess.Write, Some.NoToken))
        {
            await kept.RunAsync([Step("CREATE (:Probe {name: $p0})", null, name)], Some.NoToken);
            Assert.Equal(0, await NumberAsync("MATCH (n:Probe {name: $p0}) RETURN count(n)", name));
            await kept.CommitAsync(Some.NoToken);
        }

        Assert.Equal(1, await NumberAsync("MATCH (n:Probe {name: $p0}) RETURN count(n)", name));
        await _transport.RunAloneAsync(CypherAccess.Write, Step("MATCH (n:Probe) DELETE n"), Some.NoToken);
    }

    [Neo4jServerFact]
    public async Task What_cannot_be_is_said_by_its_cause()
    {
        var port = PortOf(Neo4jServer.Address);
        await AssertCauseAsync(
            CypherFailure.DatabaseMissing, Neo4jServer.Connect(new BoltOptions { Database = "nowhere" }));
        await AssertCauseAsync(
            CypherFailure.Forbidden, Neo4jServer.Connect(credentials: BoltCredentials.Basic("nobody", "wrong")));
        await AssertCauseAsync(CypherFailure.Forbidden, Neo4jServer.Connect(credentials: BoltCredentials.Bearer("x")));
        await AssertCauseAsync(
            CypherFailure.Tls, Neo4jServer.Connect(address: $"bolt+s://127.0.0.1:{port}"));
        await AssertCauseAsync(
            CypherFailure.Unreachable,
            Neo4jServer.Connect(new BoltOptions { MaxTransactionRetryTime = TimeSpan.Zero }, "bolt://127.0.0.1:1"));

        static int PortOf(string address) => new Uri(address.Replace("bolt", "http", StringComparison.Ordinal)).Port;
    }

    [Neo4jServerFact]
    public async Task An_address_of_a_cluster_finds_the_one_server_there_is()
    {
        await using var routed = Neo4jServer.Connect(
            address: Neo4jServer.Address.Replace("bolt", "neo4j", StringComparison.Ordinal));

        await routed.RunAsync(CypherAccess.Write, () => [Step("CREATE (n:Probe) DELETE n")], Some.NoToken);
        var one = 0L;
        await routed.RunAsync(CypherAccess.Read, () => [Step("RETURN 1", row => one = row.ReadInteger())], Some.NoToken);
        Assert.Equal(1, one);
    }

    private static async Task AssertCauseAsync(CypherFailure cause, BoltTransport transport)
    {
        await using (transport)
        {
            var failure = await Assert.ThrowsAsync<CypherException>(() => transport.ConnectAsync(Some.NoToken));
            Assert.Equal(cause, failure.Cause);
        }
    }

    private async Task<long> NumberAsync(string text, params object?[] parameters)
    {
        var number = 0L;
        await _transport.RunAsync(
            CypherAccess.Read, () => [Step(text, row => number = row.ReadInteger(), parameters)], Some.NoToken);
        return number;
    }

    private static CypherStep Step(string text, Action<ICypherRow>? onRow = null, params object?[] parameters) =>
        new(text, parameters.Select((value, i) => ($"p{i}", value)).ToDictionary(pair => pair.Item1, pair => pair.value), onRow);
}
