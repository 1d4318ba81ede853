using System.CommandLine;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph migrate</c>: brings a store's schema forward.</summary>
internal static class MigrateCommand
{
    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "migrate",
            "Makes an empty place a store, brings an older store forward, and looks whether all constraints and indexes are "
            + "there. Running it again changes nothing. The server does the same when it starts.",
            ("relgraph migrate", "The store that is set."),
            ("relgraph migrate --store neo4j://localhost:7687", "A Neo4j server; user and password are settings.")),
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        await using var graph = await call.OpenAsync(StoreUse.MakeIfMissing);
        await call.Progress.WhileAsync("Migrating", async _ =>
        {
            await StoreChoice.MigrateAsync(graph.Store, call.Ct);
            return true;
        });
        return Answer.Done(
            new JsonObject { ["migrated"] = true }, console => console.WriteLine("The store is as this program needs it."));
    }
}
