using System.Globalization;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Fitting;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>What came of a fit, for people.</summary>
internal static class StrengthFitDrawing
{
    private static readonly (string Key, string Name)[] Rows =
    [
        ("count", "count"), ("recency", "recency"), ("decayed", "decayed count"), ("shipped", "strength, shipped"),
        ("before", "strength, in force before"), ("fitted", "strength, fitted"),
    ];

    public static void Show(IReadOnlyList<KeptFit> fits, bool isDry, IAnsiConsole console)
    {
        foreach (var kept in fits)
        {
            var (fit, report) = (kept.Fit, kept.Fit.Report);
            var day = fit.Day is { } last ? $" until {last:yyyy-MM-dd}" : string.Empty;
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{NameOf(fit.Form)}: {fit.RowCount:N0} contacts{day}"));
            if (report is { Fitted: not null, FittedOn: { } earlier, JudgedOn: { } later })
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"Fitted on {earlier.PairCount:N0} ties, {earlier.ActedAgain:N0} acted again, ")
                    + string.Create(CultureInfo.InvariantCulture, $"and {report.CorrectionCount:N0} corrections; ")
                    + string.Create(CultureInfo.InvariantCulture,
                        $"judged on {later.PairCount:N0}, {later.ActedAgain:N0} acted again."));
                console.Write(TableOf(report));
            }

            console.WriteLine($"{Ending(report)}{Kept(kept, isDry)}");
        }
    }

    private static Table TableOf(FitReport report)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("By");
        foreach (var heading in (string[])["AP", "Brier", "ECE"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var (key, name) in Rows)
        {
            if (report.Scores.TryGetValue(key, out var score))
            {
                table.AddRow(
                    key == "before" && !report.Scores.ContainsKey("shipped") ? "strength, shipped" : name,
                    Number(score.Ranking.AveragePrecision), Number(score.Calibration.Brier), Number(score.Calibration.Error));
            }
        }

        return table;
    }

    private static string Ending(FitReport report) => report switch
    {
        { Verdict: FitVerdict.LittleHistory } => "Not tried: less than 270 days of contacts.",
        { Verdict: FitVerdict.FewOutcomes } => "Not tried: fewer than 50 ties acted again, or fewer than 50 did not.",
        { Verdict: FitVerdict.Accepted, Gain: { } gain } => $"Better in order and level{By(gain)}.",
        { IsOrderBetter: false, IsLevelBetter: true, Gain: { } gain } =>
            $"The order is not better by more than chance{By(gain)}.",
        { IsOrderBetter: true, Gain: { } gain } => $"The level is not better, the order is{By(gain)}.",
        { Gain: { } gain } => $"Neither order nor level is better{By(gain)}.",
        _ => string.Empty,
    };

    private static string By(FitGain gain) => string.Create(
        CultureInfo.InvariantCulture,
        $" (AP {gain.Precision:+0.0000;-0.0000}, in nine of ten draws above {gain.Low:+0.0000;-0.0000})");

    private static string Kept(KeptFit kept, bool isDry) => kept switch
    {
        { Kept: { IsInForce: true } fit } => $" In force: {fit.Id}",
        { Kept: { } fit } => $" The constants stay; kept as {fit.Id}",
        { Fit.Report.Fitted: not null } when isDry => " Nothing was kept.",
        _ => string.Empty,
    };

    private static string NameOf(StrengthForm form) => form switch
    {
        StrengthForm.FaceToFace => "Face to face",
        StrengthForm.Event => "Events and meetings",
        _ => "Mail, messages, calls",
    };

    private static string Number(double figure) => figure.ToString("0.0000", CultureInfo.InvariantCulture);
}
