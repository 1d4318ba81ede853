using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Importing;
using RelationshipGraph.Problems;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph export</c>: the whole graph as JSON Lines.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> FileArgument = new("file")
    {
        Description = "The file to write; one of that name is replaced.",
    };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "export",
            "Writes the whole graph as JSON Lines, sorted by kind and id. Importing the file into an empty store restores every "
            + "record unchanged, so that the next export is the same, byte for byte.",
            ("relgraph export graph.jsonl", "Everything, in one file."),
            ("relgraph import graph.jsonl --store sqlite:copy.db", "And back, into an empty store."))
        {
            FileArgument,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        var given = call.Parsed.GetRequiredValue(FileArgument);
        var file = call.PathOf(given);

        // Written beside and moved, so that an export that fails leaves the earlier one as it was.
        var beside = string.Create(CultureInfo.InvariantCulture, $"{file}.{Environment.ProcessId}.part");
        await using var graph = await call.OpenAsync(StoreUse.Existing);
        try
        {
            ExportSummary summary;
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                summary = await call.Progress.WhileAsync(
                    "Export", bar => Exporter.WriteAsync(graph.Store, stream, new Kinds(bar), call.Ct));
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, file, overwrite: true);
            return AnswerOf(summary, given);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Answer.Refused(Failure.OfFile(ProblemCode.FileUnwritable, given));
        }
        finally
        {
            Remove(beside);
        }
    }

    private static Answer AnswerOf(ExportSummary summary, string given)
    {
        var byKind = new JsonObject();
        foreach (var (kind, count) in summary.ByKind)
        {
            byKind[kind] = count;
        }

        var json = new JsonObject
        {
            ["lines"] = summary.Lines,
            ["byKind"] = byKind,
            ["sha256"] = summary.Sha256,
            ["isStill"] = summary.IsStill,
        };
        return Answer.Done(json, console =>
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{given}: {summary.Lines:N0} lines, sha256 {summary.Sha256}"));
            if (!summary.IsStill)
            {
                console.WriteLine("The store was written to meanwhile: what came after the beginning may be in the file or not.");
            }
        });
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is not there or cannot be written: then nothing was left there either.
        }
    }

    private sealed class Kinds(IProgress<(string Text, double? Part)> bar) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) =>
            bar.Report((string.Create(CultureInfo.InvariantCulture, $"{value.Kind} {value.Records:N0}"), null));
    }
}
