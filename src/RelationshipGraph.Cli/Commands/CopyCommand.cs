using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph copy</c>: a whole graph from one store into another.</summary>
internal static class CopyCommand
{
    private static readonly Option<string> From = new("--from")
    {
        Description = "The store to copy; nothing is written to it.",
        HelpName = "store",
        Required = true,
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "The store to copy to: empty, or a part of this very copy.",
        HelpName = "store",
        Required = true,
    };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "copy",
            "Copies a whole graph from one store into another: every record with its id, version and times, so that both export "
            + "the same, byte for byte. A copy that was broken off goes on when the same command is given again.",
            ("relgraph copy --from sqlite:graph.db --to sqlite:copy.db", "Copy, or go on with a copy."),
            ("relgraph copy --from sqlite:graph.db --to neo4j://localhost", "To a Neo4j server; user and password are settings."),
            ("relgraph copy --from sqlite:graph.db --to sqlite:copy.db --json", "The same, with both checksums for a program."))
        {
            From,
            To,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        var login = call.Settings(SettingsNeeds.None).Neo4j;
        var (source, target) = (AddressOf(call, From, login), AddressOf(call, To, login));
        if (source == target)
        {
            throw new WrongArgumentsException("--from and --to name the same store.");
        }

        if (call.Parsed.GetResult("--store") is not null)
        {
            throw new WrongArgumentsException("A copy has --from and --to in place of --store.");
        }

        await using var from = await OpenAsync(call, CopySide.From, source, StoreUse.ReadOnly);
        await using var to = await OpenAsync(call, CopySide.To, target, StoreUse.MakeIfMissing);
        var report = await call.Progress.WhileAsync("Copy", bar => StoreCopier.CopyAsync(
            from, to, "relgraph copy", call.Surroundings.Time, new Steps(bar), call.Ct));
        return report.Refusal is { } refusal
            ? Answer.Refused(FailureOf(refusal), JsonOf(report))
            : Answer.Done(JsonOf(report), console => Show(report, console));
    }

    private static StoreAddress AddressOf(Invocation call, Option<string> option, Neo4jLogin login) =>
        StoreAddress.TryParse(call.Parsed.GetRequiredValue(option), call.Surroundings.Folder, out var why)?.For(login)
        ?? throw new WrongArgumentsException($"{option.Name} {why}");

    private static Task<IGraphStore> OpenAsync(Invocation call, CopySide side, StoreAddress address, StoreUse use) =>
        CopyStoreException.GuardAsync(side, () => StoreChoice.OpenAsync(address, use, call.Surroundings.Time, call.Ct));

    private static Failure FailureOf(CopyRefusal refusal)
    {
        var sentence = Failure.Of(Problem.Of(refusal.Code, string.Empty)).Message;
        var record = refusal.Id.IsNone ? string.Empty : $" ({GraphModel.Of(refusal.Id).Name} {refusal.Id})";
        return new Failure(refusal.Code, $"{CopyStoreException.NameOf(refusal.Side)}: {sentence}{record}");
    }

    private static JsonObject JsonOf(CopyReport report) => new()
    {
        ["copied"] = report.Copied,
        ["unchanged"] = report.Unchanged,
        ["byKind"] = new JsonObject(
            report.ByKind.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind.Key, JsonValue.Create(kind.Value)))),
        ["sha256From"] = report.Sha256From,
        ["sha256To"] = report.Sha256To,
        ["equal"] = report.IsEqual,
    };

    private static void Show(CopyReport report, IAnsiConsole console)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Copied {report.Copied:N0} records; {report.Unchanged:N0} were there already."));
        var table = new Table().Border(TableBorder.Minimal).AddColumn("Kind")
            .AddColumn(new TableColumn("Records").RightAligned());
        foreach (var (kind, count) in report.ByKind)
        {
            table.AddRow(kind, count.ToString("N0", CultureInfo.InvariantCulture));
        }

        if (report.ByKind.Count > 0)
        {
            console.Write(table);
        }

        console.WriteLine($"Both export the same: sha256 {report.Sha256From}");
    }

    private sealed class Steps(IProgress<(string Text, double? Part)> bar) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => bar.Report((
            string.Create(CultureInfo.InvariantCulture, $"{TextOf(value.Step)} {value.Records:N0} records"),
            value.RecordsTotal == 0 ? null : Math.Min(1, value.Records / (double)value.RecordsTotal)));

        private static string TextOf(CopyStep step) => step switch
        {
            CopyStep.Comparing => "Comparing",
            CopyStep.Copying => "Copying",
            CopyStep.CheckingFrom => "Checking --from",
            _ => "Checking --to",
        };
    }
}
