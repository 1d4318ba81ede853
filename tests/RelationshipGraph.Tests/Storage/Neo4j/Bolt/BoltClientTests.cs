using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>Neo4j's own driver finds our encoding and the scripted server right, and not merely of one mind.</summary>
public sealed class BoltClientTests
{
    [NodeFact("bolt")]
    public Task The_newest_version_is_what_their_driver_speaks() => EchoAsync(BoltVersion.Newest, "5.8");

    [NodeFact("bolt")]
    public Task The_oldest_version_is_what_their_driver_speaks() => EchoAsync(BoltVersion.Oldest, "4.4");

    private static async Task EchoAsync(BoltVersion version, string expected)
    {
        await using var server = new ScriptedBoltServer
        {
            Version = version,
            HasManifest = version == BoltVersion.Newest,
            Script = async (session, request) =>
            {
                if (request.ToString() != "RUN FAIL")
                {
                    return false;
                }

                await session.FailAsync("Neo.ClientError.Statement.SyntaxError");
                return true;
            },
        };
        server.Hints["connection.recv_timeout_seconds"] = 120L;

        var (exitCode, output) = await NodeFactAttribute.RunAsync("", "bolt/echo.mjs", server.Address);

        Assert.True(exitCode == 0, output);
        Assert.Contains($"protocol {expected}", output);
        Assert.Contains("values, 0 differ", output);
        Assert.Empty(server.Violations);
    }
}
