extern alias benchmarks;

using benchmarks::RelationshipGraph.Benchmarks.Replicas;
using Xunit.Abstractions;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>
/// Two programs of the API on a server of their own, which is killed under eight clients; other tests need not wait for it.
/// Twenty kills: <c>dotnet run -c Release --project tests/RelationshipGraph.Benchmarks -- neo4j-kills FOLDER 20</c>, where the
/// folder holds start-neo4j.sh.
/// </summary>
public sealed class Neo4jServerKillTests(ITestOutputHelper output)
{
    private const int Kills = 2;
    private const int Seed = 20_264;

    [SkippableFact]
    public async Task A_server_that_is_killed_under_the_writers_loses_nothing_it_acknowledged()
    {
        Skip.If(Neo4jServer.Fixture is null, "RELATIONSHIPGRAPH_TEST_NEO4J_FIXTURE names no folder with start-neo4j.sh.");
        using var log = new StringWriter();
        await using var server = await FixtureServer.StartAsync(Neo4jServer.Fixture);

        var findings = await ReplicaRun.KillAsync(server, Kills, new Random(Seed), log);

        output.WriteLine($"Seed {Seed}. {log}");
        Assert.Empty(findings);
    }
}
