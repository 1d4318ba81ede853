extern alias benchmarks;

using benchmarks::RelationshipGraph.Benchmarks.Replicas;
using RelationshipGraph.Storage.Neo4j;
using Xunit.Abstractions;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>
/// Two programs of the API on one server, written to by eight clients. A minute: <c>dotnet run -c Release --project
/// tests/RelationshipGraph.Benchmarks -- replicas bolt://localhost:7687 neo4j 60</c>.
/// </summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerReplicaTests(ITestOutputHelper output)
{
    private const int Seed = 20_264;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    [SkippableFact]
    public async Task Two_replicas_under_eight_writers_tell_one_story()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        using var log = new StringWriter();
        var settings = new Neo4jSettings(Neo4jServer.Address, Neo4jServer.User, Neo4jServer.Password, null);

        var findings = await new ReplicaRun(settings, new Random(Seed), log).RunAsync(ct => Task.Delay(Length, ct), Some.NoToken);

        output.WriteLine($"Seed {Seed}. {log}");
        Assert.Empty(findings);
    }
}
