using System.Globalization;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>The report of an import, for people.</summary>
internal static class ImportSummary
{
    // More would scroll the plan away; all of the first thousand are in the JSON.
    private const int RefusalsShown = 20;

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

    private static IReadOnlyDictionary<string, long>[] Of(ImportReport report) =>
        [report.Created, report.Updated, report.Unchanged, report.Refused];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
