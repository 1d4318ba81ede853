using System.CommandLine;
using System.Globalization;
using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph import</c>: files into the store.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> From = new("folder|file")
    {
        Description = "A folder of tables (CSV, also as .gz), one table, or an export as JSON Lines.",
    };

    private static readonly Option<string?> Source = new("--source")
    {
        Description = "What the records' source is called. Without it: the set's own name, else the folder's.",
        HelpName = "s",
    };

    private static readonly Option<string> PersonsAs = MakePersonsAs();

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be done." };

    private static readonly Option<bool> AllOrNothing = new("--all-or-nothing")
    {
        Description = "Write nothing if any row is refused.",
    };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "import",
            "Brings files into the store. A row that is refused is named with its line, column and cure; the others are taken. "
            + "Repeating an import changes nothing.",
            ("relgraph import ./data --dry-run", "See the plan: created, updated, unchanged, refused."),
            ("relgraph import ./data --source crm", "Bring it in; the source tells these records from others."),
            ("relgraph import people.csv --persons-as employee", "One table; its people are our own."),
            ("relgraph import graph.jsonl --all-or-nothing", "Restore an export, whole or not at all."))
        {
            From,
            Source,
            PersonsAs,
            DryRun,
            AllOrNothing,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        var given = call.Parsed.GetRequiredValue(From);
        ImportFiles files;
        try
        {
            files = ImportFiles.From(call.PathOf(given));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Answer.Refused(Failure.OfFile(ProblemCode.FileUnreadable, given));
        }

        var options = new ImportOptions
        {
            Source = call.Parsed.GetValue(Source),
            PersonsAs = call.Parsed.GetRequiredValue(PersonsAs) == "employee" ? RecordKind.Employee : RecordKind.Contact,
            IsDryRun = call.Parsed.GetValue(DryRun),
            IsAllOrNothing = call.Parsed.GetValue(AllOrNothing),
        };
        await using var graph = await call.OpenAsync(options.IsDryRun ? StoreUse.Plan : StoreUse.MakeIfMissing);
        var importer = new Importer(graph.Store, graph.Ids, call.Surroundings.Time);
        var report = await call.Progress.WhileAsync(
            "Import", bar => importer.ImportAsync(files, options, new Phases(bar), call.Ct));
        return new Answer(
            report.IsNothingTaken ? ExitCode.Failed : ExitCode.Done,
            ImportReportJson.Of(report, danish: false),
            console => ImportSummary.Show(report, console));
    }

    private static Option<string> MakePersonsAs()
    {
        var option = new Option<string>("--persons-as")
        {
            Description = "What people become whose rows do not say.",
            DefaultValueFactory = _ => "contact",
        };
        option.AcceptOnlyFromAmong("contact", "employee");
        return option;
    }

    private sealed class Phases(IProgress<(string Text, double? Part)> bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Report((
            string.Create(CultureInfo.InvariantCulture,
                $"{value.Phase} {value.File} {value.Rows:N0} rows, {value.Refused:N0} refused"),
            value.BytesTotal == 0 ? null : value.Bytes / (double)value.BytesTotal));
    }
}
