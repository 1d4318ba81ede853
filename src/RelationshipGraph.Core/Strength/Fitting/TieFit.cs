using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Strength.Fitting;

/// <summary>
/// Fits the constants of a form on a log of one's own, and takes them only if they prove better on what came after.
/// </summary>
/// <remarks>
/// Fitted on what happened in the last horizon but one, judged on the last one; what lies after the moment given is not looked
/// at. Deterministic.
/// </remarks>
public static class TieFit
{
    /// <summary>Pairs that acted again, and pairs that did not, that a slice must have.</summary>
    public const int OutcomesMin = 50;

    /// <summary>Fits the constants of a log's form.</summary>
    /// <param name="log">Contacts of one channel.</param>
    /// <param name="asOf">Nothing after this moment is looked at.</param>
    /// <param name="horizon">The model's horizon.</param>
    /// <param name="before">The constants that are there; those of the log's form.</param>
    /// <exception cref="ArgumentException">The constants are another form's, or the horizon is not above 0.</exception>
    public static FitReport Fit(ContactLog log, DateTimeOffset asOf, TimeSpan horizon, FormConstants before)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(horizon, TimeSpan.Zero);
        return before.Form != log.Form
            ? throw new ArgumentException("The constants are those of another form.", nameof(before))
            : Fit(log, UnixTime.SecondsOf(asOf), horizon.TotalSeconds, before);
    }

    internal static FitReport Fit(ContactLog log, double asOf, double horizon, FormConstants before) =>
        log.RowCount == 0 || asOf - (3 * horizon) < log.Seconds[0]
            ? new FitReport(FitVerdict.LittleHistory, before, null)
            : Fit(
                FitSample.Of(log, asOf - (2 * horizon), horizon), FitSample.Of(log, asOf - horizon, horizon), before, before, []);

    /// <summary>Fits constants on one sample and judges them on a later one.</summary>
    /// <param name="earlier">What they are fitted on.</param>
    /// <param name="later">What they are judged on.</param>
    /// <param name="start">The constants that they are drawn to.</param>
    /// <param name="before">The constants that are there, which they must be better than.</param>
    /// <param name="corrections">What people say of their own ties; each counts as one tie of the earlier sample does.</param>
    internal static FitReport Fit(
        FitSample earlier, FitSample later, FormConstants start, FormConstants before, IReadOnlyList<FitCorrection> corrections)
    {
        if (!earlier.HasEnough || !later.HasEnough)
        {
            return new FitReport(FitVerdict.FewOutcomes, before, null) { FittedOn = earlier.Told, JudgedOn = later.Told };
        }

        var space = new FitSpace(start, [.. earlier.Pairs, .. corrections.Select(one => one.Terms)]);
        double[] outcomes = [.. earlier.ActedAgain.Select(again => again ? 1.0 : 0), .. corrections.Select(one => one.Strength)];
        var fitted = space.ConstantsOf(LogisticRegression.Fit(space, outcomes));
        var (byBefore, byFitted) = (later.ForecastsBy(before), later.ForecastsBy(fitted));
        var scores = ScoresOf(earlier, later);
        scores["before"] = ForecastScore.Of(byBefore, later.ActedAgain);
        scores["fitted"] = ForecastScore.Of(byFitted, later.ActedAgain);
        if (start != before)
        {
            scores["shipped"] = ForecastScore.Of(start, later.Pairs, later.ActedAgain);
        }

        var precision = scores["fitted"].Ranking.AveragePrecision - scores["before"].Ranking.AveragePrecision;
        var report = new FitReport(FitVerdict.NotBetter, before, fitted)
        {
            FittedOn = earlier.Told,
            JudgedOn = later.Told,
            Scores = scores,
            Gain = FitGate.GainOf(later, byFitted, byBefore, precision),
            CorrectionCount = corrections.Count,
        };
        return report.IsLevelBetter && report.IsOrderBetter ? report with { Verdict = FitVerdict.Accepted } : report;
    }

    private static Dictionary<string, ForecastScore> ScoresOf(FitSample earlier, FitSample later)
    {
        var halfLife = SimpleScores.BestHalfLife(earlier.Decayed, earlier.ActedAgain);
        return new Dictionary<string, ForecastScore>
        {
            ["count"] = Simple(sample => [.. sample.Counts.Select(FormConstants.Log)]),
            ["recency"] = Simple(sample => [.. sample.Pairs.Select(pair => -FormConstants.Log(pair.Span - pair.LastAfter))]),
            ["decayed"] = Simple(sample => [.. sample.Decayed(halfLife).Select(FormConstants.Log)]),
        };

        ForecastScore Simple(Func<FitSample, double[]> scoresOf)
        {
            var constants = LogisticRegression.Fit(new ScoreCurve(scoresOf(earlier)), earlier.ActedAgain);
            var odds = new ScoreCurve(scoresOf(later)).OddsOf(constants);
            return ForecastScore.Of([.. odds.Select(FormConstants.Sigma)], later.ActedAgain);
        }
    }
}
