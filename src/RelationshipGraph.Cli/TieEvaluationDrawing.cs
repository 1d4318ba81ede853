using System.Globalization;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>An evaluation of ties, for people.</summary>
internal static class TieEvaluationDrawing
{
    public static void Show(string set, IReadOnlyList<EvaluatedLog<TieEvaluation>> logs, IAnsiConsole console)
    {
        foreach (var log in logs)
        {
            foreach (var (cut, evaluation) in log.Cuts)
            {
                var (pairs, again) = (evaluation.PairCount, evaluation.ActedAgain);
                console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{set}, {log.Log.Channel}, cut by {cut}: {pairs:N0} pairs, {again:N0} act again"));
                console.Write(TableOf(evaluation));
                console.WriteLine($"The fit: {Word(evaluation.Fit.Verdict)}.");
            }
        }
    }

    private static Table TableOf(TieEvaluation evaluation)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("By");
        foreach (var heading in (string[])["AP", "AUC", "Brier", "ECE"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        AddRow(table, "count", evaluation.Count, null);
        AddRow(table, "recency", evaluation.Recency, null);
        AddRow(table, "decayed count", evaluation.Decayed, null);
        AddRow(table, "strength", evaluation.Model.Ranking, evaluation.Model.Calibration);
        AddRow(table, "strength, after the fit", evaluation.Fitted.Ranking, evaluation.Fitted.Calibration);
        return table;
    }

    private static void AddRow(Table table, string name, Ranking ranking, Calibration? calibration) => table.AddRow(
        name,
        Number(ranking.AveragePrecision),
        Number(ranking.AreaUnderCurve),
        calibration is { Brier: var brier } ? Number(brier) : string.Empty,
        calibration is { Error: var error } ? Number(error) : string.Empty);

    private static string Word(FitVerdict verdict) => verdict switch
    {
        FitVerdict.Accepted => "accepted, better on a later slice than the one it was made on",
        FitVerdict.NotBetter => "not better on a later slice than the one it was made on; the constants stay",
        FitVerdict.LittleHistory => "not tried, less than three horizons of history",
        _ => "not tried, too few pairs acted again or too few did not",
    };

    private static string Number(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
