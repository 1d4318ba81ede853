using System.Globalization;
using RelationshipGraph.Paths.Evaluation;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>An evaluation of introductions, for people.</summary>
internal static class IntroductionEvaluationDrawing
{
    public static void Show(string set, IReadOnlyList<EvaluatedLog<IntroductionEvaluation>> logs, IAnsiConsole console)
    {
        foreach (var log in logs)
        {
            foreach (var (cut, evaluation) in log.Cuts)
            {
                var (candidates, met, people) = (evaluation.CandidateCount, evaluation.MetCount, evaluation.PersonCount);
                var counts = string.Create(CultureInfo.InvariantCulture,
                    $"{candidates:N0} pairs two steps apart, {met:N0} of them meet, {people:N0} people");
                console.WriteLine($"{set}, {log.Log.Channel}, cut by {cut}: {counts}");
                console.Write(TableOf(evaluation));
            }
        }
    }

    private static Table TableOf(IntroductionEvaluation evaluation)
    {
        var table = new Table().Border(TableBorder.Minimal)
            .AddColumn("By")
            .AddColumn(new TableColumn("nDCG@10").RightAligned());
        AddRow(table, "the product's order, strengths by the form for any channel", evaluation.Default);
        AddRow(table, "the product's order, strengths by the channel's own form", evaluation.OwnForm);
        AddRow(table, "Adamic–Adar", evaluation.AdamicAdar);
        AddRow(table, "strongest path", evaluation.StrongestPath);
        return table;
    }

    private static void AddRow(Table table, string name, double gain) =>
        table.AddRow(name, gain.ToString("0.0000", CultureInfo.InvariantCulture));
}
