using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>The report of an import, for programs and for people.</summary>
internal static class ImportSummary
{
    // More would scroll the plan away; all of the first thousand are in the JSON.
    private const int RefusalsShown = 20;

    public static JsonObject JsonOf(ImportReport report) => new()
    {
        ["ending"] = report.Ending switch
        {
            ImportEnding.Written => "WRITTEN",
            ImportEnding.DryRun => "DRY_RUN",
            _ => "REFUSED",
        },
        ["source"] = report.Source,
        ["created"] = Counts(report.Created),
        ["updated"] = Counts(report.Updated),
        ["unchanged"] = Counts(report.Unchanged),
        ["refused"] = Counts(report.Refused),
        ["refusals"] = new JsonArray([.. report.Refusals.Select(RefusalJson)]),
        ["refusalsTotal"] = report.RefusalsTotal,
        ["passedOver"] = new JsonArray([.. report.PassedOver.Select(over => new JsonObject
        {
            ["file"] = over.File,
            ["column"] = over.Column,
            ["rows"] = over.Rows,
        })]),
    };

    public static void Show(ImportReport report, IAnsiConsole console)
    {
        console.WriteLine(Heading(report));
        var kinds = GraphModel.Kinds.Select(kind => kind.Name)
            .Where(kind => Of(report).Any(counts => counts.GetValueOrDefault(kind) > 0)).ToList();
        if (kinds.Count > 0)
        {
            var table = new Table().Border(TableBorder.Minimal).AddColumn("Kind");
            foreach (var heading in (string[])["Created", "Updated", "Unchanged", "Refused"])
            {
                table.AddColumn(new TableColumn(heading).RightAligned());
            }

            foreach (var kind in kinds)
            {
                table.AddRow([kind, .. Of(report).Select(counts => Number(counts.GetValueOrDefault(kind)))]);
            }

            console.Write(table);
        }

        ShowRefusals(report, console);
        foreach (var over in report.PassedOver)
        {
            var column = over.Column is null ? string.Empty : $" column {over.Column}";
            var rows = over.Rows == 0 ? string.Empty : $" ({Number(over.Rows)} rows)";
            console.WriteLine($"Passed over: {over.File}{column}{rows}");
        }
    }

    private static void ShowRefusals(ImportReport report, IAnsiConsole console)
    {
        foreach (var refusal in report.Refusals.Take(RefusalsShown))
        {
            var place = refusal.Line == 0 ? refusal.File
                : $"{refusal.File}:{refusal.Line.ToString(CultureInfo.InvariantCulture)}";
            var column = refusal.Column.Length == 0 ? string.Empty : $" {refusal.Column}";
            console.WriteLine(
                $"{place}{column}: {refusal.Problem.Code}: {ProblemText.Of(refusal.Problem, danish: false)} "
                + ImportMend.Of(refusal.Problem, danish: false));
        }

        if (report.RefusalsTotal > RefusalsShown)
        {
            console.WriteLine($"… and {Number(report.RefusalsTotal - RefusalsShown)} more; --json has the first "
                + $"{Number(Limits.ImportRefusalsMax)}.");
        }
    }

    private static string Heading(ImportReport report) => report.Ending switch
    {
        ImportEnding.DryRun => "A dry run: nothing was written. This is what would be.",
        ImportEnding.Refused => "Nothing was written.",
        _ when report.IsNothingTaken => "Nothing was imported.",
        _ => report.Source is { } source ? $"Imported, source {source}." : "Restored.",
    };

    private static JsonObject RefusalJson(ImportRefusal refusal) => new()
    {
        ["file"] = refusal.File,
        ["line"] = refusal.Line,
        ["column"] = refusal.Column,
        ["code"] = refusal.Problem.Code,
        ["message"] = ProblemText.Of(refusal.Problem, danish: false),
        ["mend"] = ImportMend.Of(refusal.Problem, danish: false),
    };

    private static IReadOnlyDictionary<string, long>[] Of(ImportReport report) =>
        [report.Created, report.Updated, report.Unchanged, report.Refused];

    private static JsonObject Counts(IReadOnlyDictionary<string, long> counts)
    {
        var json = new JsonObject();
        foreach (var (kind, count) in counts)
        {
            json[kind] = count;
        }

        return json;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
