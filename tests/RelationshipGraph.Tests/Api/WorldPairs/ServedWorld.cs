using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>The whole application with a SQLite file, asked over HTTP.</summary>
internal sealed partial class ServedWorld : IWorld
{
    // Questions of chance nest lists deeply; what they cost is not what is looked at.
    private readonly ApiServer _server = new(settings: [("Requests:CostMax", "100000000"), ("Requests:DepthMax", "100")]);

    private ServedWorld()
    {
    }

    /// <summary>Starts a server and fills its store.</summary>
    public static async Task<ServedWorld> OpenAsync(IReadOnlyList<Record> records)
    {
        var world = new ServedWorld();
        var store = world._server.Services.GetRequiredService<IGraphStore>();
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(records), Some.NoToken));
        return world;
    }

    public async Task<string> AskAsync(Viewer viewer, string document, bool isDanish)
    {
        using var client = _server.SignedIn(viewer.Roles, viewer.Employee);
        var answer = await client.AskAsync(document, language: isDanish ? "da" : "en");
        return $"{answer.Status} {TraceIds().Replace(answer.Text, "trace")}";
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [GeneratedRegex("(?<=\"traceId\":\")[^\"]*")]
    private static partial Regex TraceIds();
}
