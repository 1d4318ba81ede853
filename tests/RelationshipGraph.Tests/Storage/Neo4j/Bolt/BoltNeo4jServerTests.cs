using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

[Collection(Neo4jServer.Collection)]
public sealed class BoltNeo4jServerTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Neo4jServerFact]
    public async Task A_server_says_what_it_is()
    {
        await using var transport = Neo4jServer.Connect();

        var server = await transport.ConnectAsync(None);

        Assert.StartsWith("Neo4j/", server.Agent);
        Assert.Equal("5.8", server.Protocol);
        Assert.Equal("neo4j", server.Database);
    }

    [Neo4jServerFact]
    public async Task Statements_of_one_transaction_see_each_other_and_are_committed()
    {
        await using var transport = Neo4jServer.Connect();
        var seen = new List<long>();

        await transport.RunAsync(
            CypherAccess.Write,
            () =>
            [
                new CypherStep("MATCH (n:BoltProbe) DETACH DELETE n"),
                new CypherStep(
                    "UNWIND $rows AS r CREATE (n:BoltProbe {id: r.id})",
                    new Dictionary<string, object?> { ["rows"] = Rows(3) }),
                new CypherStep("MATCH (n:BoltProbe) RETURN n.id ORDER BY n.id", null, row => seen.Add(row.ReadInteger())),
            ],
            None);
        await transport.RunAsync(
            CypherAccess.Read,
            () => [new CypherStep("MATCH (n:BoltProbe) RETURN count(n)", null, row => seen.Add(row.ReadInteger()))],
            None);

        Assert.Equal([0, 1, 2, 3], seen);
    }

    private static List<Dictionary<string, object?>> Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Dictionary<string, object?> { ["id"] = (long)i })];
}
