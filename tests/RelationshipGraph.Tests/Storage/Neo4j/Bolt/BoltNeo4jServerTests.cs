using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

[Collection(Neo4jServer.Collection)]
public sealed class BoltNeo4jServerTests
{
    [Neo4jServerFact]
    public async Task A_server_says_what_it_is()
    {
        await using var transport = Neo4jServer.Connect();

        var server = await transport.ConnectAsync(Some.NoToken);

        Assert.StartsWith("Neo4j/", server.Agent);
        Assert.Equal("5.8", server.Protocol);
        Assert.Equal("neo4j", server.Database);
    }

    [Neo4jServerFact]
    public async Task Statements_of_one_transaction_see_each_other_and_are_committed()
    {
        await using var transport = Neo4jServer.Connect();
        var seen = new List<long>();

        await transport.WriteAsync(
            new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"),
            new CypherStep("UNWIND $rows AS r CREATE (n:BoltProbe {id: r.id})", Parameters("rows", Rows(3))),
            new CypherStep("MATCH (n:BoltProbe) RETURN n.id ORDER BY n.id", null, row => seen.Add(row.ReadInteger())));
        seen.AddRange(await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN count(n)", Some.NoToken));

        Assert.Equal([0, 1, 2, 3], seen);
    }

    [Neo4jServerFact]
    public async Task A_failure_at_compiling_or_at_running_leaves_nothing_of_the_transaction()
    {
        await using var transport = Neo4jServer.Connect();
        await transport.WriteAsync(new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"));
        var create = new CypherStep("CREATE (:BoltProbe {id: 9})");

        var compiling = await Assert.ThrowsAsync<CypherException>(
            () => transport.WriteAsync(create, new CypherStep("THIS IS NO CYPHER"), create));
        var running = await Assert.ThrowsAsync<CypherException>(
            () => transport.WriteAsync(create, create, new CypherStep("UNWIND [1, 0] AS n RETURN 1 / n")));
        var missing = await Assert.ThrowsAsync<CypherException>(() => transport.WriteAsync(new CypherStep("RETURN $nowhere")));

        Assert.Equal((CypherFailure.Statement, 1), (compiling.Cause, compiling.Step));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", compiling.Code);
        Assert.Equal((CypherFailure.Arithmetic, 2), (running.Cause, running.Step));
        Assert.Equal((CypherFailure.Statement, 0), (missing.Cause, missing.Step));
        Assert.Equal([0], await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN count(n)", Some.NoToken));
    }

    [Neo4jServerFact]
    public async Task A_read_does_not_write()
    {
        await using var transport = Neo4jServer.Connect();

        var failure = await Assert.ThrowsAsync<CypherException>(
            () => transport.ReadIntegersAsync("CREATE (:BoltProbe) RETURN 1", Some.NoToken));

        Assert.Equal(CypherFailure.ReadOnly, failure.Cause);
    }

    [Neo4jServerFact]
    public async Task A_wrong_password_a_token_and_a_missing_database_are_told_apart()
    {
        await using var wrong = Neo4jServer.Connect(credentials: BoltCredentials.Basic("nobody-of-the-tests", "wrong"));
        await using var token = Neo4jServer.Connect(credentials: BoltCredentials.Bearer("token"));
        await using var nothing = Neo4jServer.Connect(credentials: BoltCredentials.None);
        await using var missing = Neo4jServer.Connect(new BoltOptions { Database = "nowhere" });

        foreach (var (transport, cause) in new[]
        {
            (wrong, CypherFailure.Forbidden), (token, CypherFailure.Forbidden), (nothing, CypherFailure.Forbidden),
            (missing, CypherFailure.DatabaseMissing),
        })
        {
            var failure = await Assert.ThrowsAsync<CypherException>(() => transport.ConnectAsync(Some.NoToken));
            Assert.Equal((cause, false), (failure.Cause, failure.IsTransient));
        }
    }

    [Neo4jServerFact]
    public async Task Values_come_back_as_they_were()
    {
        await using var transport = Neo4jServer.Connect();
        long[] integers =
        [
            long.MinValue, int.MinValue - 1L, int.MinValue, short.MinValue - 1, short.MinValue,
            -129, -128, -17, -16, -1, 0, 1, 127,
            128, short.MaxValue, int.MaxValue, int.MaxValue + 1L, long.MaxValue,
        ];
        double[] numbers = [1e-9, 0.1, -0.0, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity];
        string[] texts = ["", "æøå ÆØÅ", "\"quotes\" \\ '", "\0", "😀", new string('x', 300), new string('y', 200_000)];

        var backIntegers = await EchoAsync(transport, integers, row => row.ReadInteger());
        var backNumbers = await EchoAsync(transport, numbers, row => row.ReadNumber());
        var backTexts = await EchoAsync(transport, texts, row => row.ReadText());
        var backBytes = await EchoAsync(
            transport, new List<byte[]> { Array.Empty<byte>(), new byte[70_000] }, row => row.ReadBytes());
        var backBooleans = await EchoAsync(transport, new[] { true, false }, row => row.ReadBoolean());
        var backNull = await EchoAsync(transport, new object?[] { null }, row => row.TryReadNull());

        Assert.Equal(integers, backIntegers);
        Assert.Equal(
            numbers.Select(BitConverter.DoubleToInt64Bits), backNumbers.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(texts, backTexts);
        Assert.Equal([0, 70_000], backBytes.Select(bytes => bytes.Length));
        Assert.Equal([true, false], backBooleans);
        Assert.Equal([true], backNull);
    }

    [Neo4jServerFact]
    public async Task Nodes_and_relationships_can_be_passed_over_and_maps_and_lists_read()
    {
        await using var transport = Neo4jServer.Connect();
        await transport.WriteAsync(
            new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"),
            new CypherStep("CREATE (:BoltProbe {id: 1})-[:KNOWS {since: date('2020-01-02')}]->(:BoltProbe {id: 2})"));
        var read = new List<string>();

        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep(
                    "MATCH p = (a:BoltProbe)-[r:KNOWS]->(b) RETURN a, r, p, datetime(), [a.id, b.id], {key: b.id}", null, row =>
                    {
                        row.Skip();
                        row.Skip();
                        row.Skip();
                        row.Skip();
                        read.Add($"{row.ReadListCount()}: {row.ReadInteger()}, {row.ReadInteger()}");
                        read.Add($"{row.ReadMapCount()}: {row.ReadText()} {row.ReadInteger()}");
                    }),
            ],
            Some.NoToken);

        Assert.Equal(["2: 1, 2", "1: key 2"], read);
    }

    [Neo4jServerFact]
    public async Task Many_rows_come_in_small_packets()
    {
        await using var transport = Neo4jServer.Connect(new BoltOptions { FetchSize = 100 });
        long sum = 0;

        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            {
                sum = 0;
                return [new CypherStep("UNWIND range(1, 200000) AS n RETURN n", null, row => sum += row.ReadInteger())];
            },
            Some.NoToken);

        Assert.Equal(200_000L * 200_001 / 2, sum);
    }

    [Neo4jServerFact]
    public async Task Large_requests_and_large_answers_do_not_wait_for_each_other()
    {
        await using var transport = Neo4jServer.Connect();
        var rows = 0;
        var length = 0;

        await transport.WriteAsync(
            new CypherStep("UNWIND range(1, 100000) AS n RETURN n, 'some text that takes room'", null, _ => rows++),
            new CypherStep(
                "RETURN size($x)", Parameters("x", new string('x', 5_000_000)), row => length = (int)row.ReadInteger()),
            new CypherStep("UNWIND range(1, 100000) AS n RETURN n, 'some text that takes room'", null, _ => rows++));

        Assert.Equal((200_000, 5_000_000), (rows, length));
    }

    [Neo4jServerFact]
    public async Task The_oldest_protocol_runs_transactions_as_well()
    {
        await using var front = new BoltFront(BoltAddress.Parse(Neo4jServer.Address).Hosts[0]);
        await using var transport = Neo4jServer.Connect(address: front.Address);
        var server = await transport.ConnectAsync(Some.NoToken);
        await transport.WriteAsync(
            new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"), new CypherStep("CREATE (:BoltProbe {id: 44})"));

        var failure = await Assert.ThrowsAsync<CypherException>(() => transport.WriteAsync(new CypherStep("NONSENSE")));

        Assert.Equal("4.4", server.Protocol);
        Assert.Equal([44], await transport.ReadIntegersAsync("MATCH (n:BoltProbe) RETURN n.id", Some.NoToken));
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", failure.Code);
    }

    [Neo4jServerFact]
    public async Task A_server_without_encryption_is_said_as_such()
    {
        await using var transport = Neo4jServer.Connect(address: Neo4jServer.Address.Replace("bolt://", "bolt+ssc://"));

        var failure = await Assert.ThrowsAsync<CypherException>(() => transport.ConnectAsync(Some.NoToken));

        Assert.Equal(CypherFailure.Tls, failure.Cause);
    }

    internal static Dictionary<string, object?> Parameters(string key, object? value) => new() { [key] = value };

    private static async Task<List<T>> EchoAsync<T>(ICypherTransport transport, object values, Func<ICypherRow, T> read)
    {
        var back = new List<T>();
        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            {
                back.Clear();
                return [new CypherStep("UNWIND $x AS v RETURN v", Parameters("x", values), row => back.Add(read(row)))];
            },
            Some.NoToken);
        return back;
    }

    private static List<Dictionary<string, object?>> Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Parameters("id", (long)i))];
}
