using System.CommandLine;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Storage;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph check</c>: is the store sound?</summary>
internal static class CheckCommand
{
    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "check",
            "Looks for damage in the store: pages, indexes, relationships without an end, keys, search texts. Changes nothing.",
            ("relgraph check", "The store that is set."),
            ("relgraph check --store sqlite:graph.db --json", "One line for a nightly job: {\"ok\":true,\"problems\":[]}")),
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        IReadOnlyList<string> problems;
        try
        {
            await using var graph = await call.OpenAsync(StoreUse.Existing);
            problems = await call.Progress.WhileAsync("Checking", _ => graph.Store.CheckAsync(call.Ct));
        }
        catch (StoreException failure) when (!failure.IsTransient)
        {
            // What cannot be opened at all is a finding as well.
            var finding = Failure.Of(failure);
            return Answer.Refused(finding, JsonOf([finding.Message]));
        }

        return new Answer(problems.Count == 0 ? ExitCode.Done : ExitCode.Failed, JsonOf(problems), console =>
        {
            foreach (var problem in problems.DefaultIfEmpty("The store is sound."))
            {
                console.WriteLine(problem);
            }
        });
    }

    private static JsonObject JsonOf(IReadOnlyList<string> problems) => new()
    {
        ["ok"] = problems.Count == 0,
        ["problems"] = new JsonArray([.. problems.Select(problem => JsonValue.Create(problem))]),
    };
}
