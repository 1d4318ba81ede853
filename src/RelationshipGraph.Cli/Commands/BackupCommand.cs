using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Problems;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph backup</c>: a copy of the store while others work on it.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> FileArgument = new("file") { Description = "The new file; nothing may be there." };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "backup",
            "Copies the store as it is now into a new file, while others read and write. The copy is a store like any other.",
            ("relgraph backup graph-monday.db", "Copy the store that is set."),
            ("relgraph check --store sqlite:graph-monday.db", "And see that the copy is sound."))
        {
            FileArgument,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        var given = call.Parsed.GetRequiredValue(FileArgument);
        var file = call.PathOf(given);
        if (File.Exists(file) || Directory.Exists(file))
        {
            return Answer.Refused(Failure.OfFile(ProblemCode.FileTaken, given));
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            return Answer.Refused(Failure.OfFile(ProblemCode.FileUnwritable, given));
        }

        await using var graph = await call.OpenAsync(StoreUse.Existing);
        await call.Progress.WhileAsync("Backup", async _ =>
        {
            await StoreBackup.WriteAsync(graph.Store, file, call.Ct);
            return true;
        });
        var bytes = new FileInfo(file).Length;
        return Answer.Done(
            new JsonObject { ["file"] = given, ["bytes"] = bytes },
            console => console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{given}: {bytes:N0} bytes")));
    }
}
