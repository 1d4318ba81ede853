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

    /// <summary>By how much average precision must rise; less is chance.</summary>
    public const double PrecisionGainMin = .005;

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

    internal static FitReport Fit(ContactLog log, double asOf, double horizon, FormConstants before)
    {
        if (log.RowCount == 0 || asOf - (3 * horizon) < log.Seconds[0])
        {
            return new FitReport(FitVerdict.LittleHistory, before, null);
        }

        var earlier = new Slice(log, asOf - (2 * horizon), horizon);
        var later = new Slice(log, asOf - horizon, horizon);
        if (!earlier.HasEnough || !later.HasEnough)
        {
            return new FitReport(FitVerdict.FewOutcomes, before, null) { FittedOn = earlier.Told, JudgedOn = later.Told };
        }

        var space = new FitSpace(before, earlier.Pairs);
        var fitted = space.ConstantsOf(LogisticRegression.Fit(space, earlier.ActedAgain));
        var (scoreBefore, scoreFitted) = (later.ScoreOf(before), later.ScoreOf(fitted));
        var halfLife = SimpleScores.BestHalfLife(earlier.Moment, earlier.Until);
        return new FitReport(IsBetter(scoreFitted, scoreBefore) ? FitVerdict.Accepted : FitVerdict.NotBetter, before, fitted)
        {
            FittedOn = earlier.Told,
            JudgedOn = later.Told,
            Scores = new Dictionary<string, ForecastScore>
            {
                ["count"] = Simple(earlier, later, slice => [.. SimpleScores.Count(slice.Moment).Select(FormConstants.Log)]),
                ["recency"] = Simple(earlier, later, slice => [.. slice.Pairs.Select(pair =>
                    -FormConstants.Log(pair.Span - pair.LastAfter))]),
                ["decayed"] = Simple(earlier, later, slice => [.. SimpleScores.Decayed(slice.Moment, halfLife).Select(
                    FormConstants.Log)]),
                ["before"] = scoreBefore,
                ["fitted"] = scoreFitted,
            },
        };
    }

    private static bool IsBetter(ForecastScore fitted, ForecastScore before) =>
        fitted.Calibration.Brier < before.Calibration.Brier
        && fitted.Ranking.AveragePrecision >= before.Ranking.AveragePrecision + PrecisionGainMin;

    private static ForecastScore Simple(Slice earlier, Slice later, Func<Slice, double[]> scores)
    {
        var constants = LogisticRegression.Fit(new ScoreCurve(scores(earlier)), earlier.ActedAgain);
        var odds = new ScoreCurve(scores(later)).OddsOf(constants);
        return ForecastScore.Of([.. odds.Select(FormConstants.Sigma)], later.ActedAgain);
    }

    private sealed class Slice
    {
        public Slice(ContactLog log, double at, double horizon)
        {
            Moment = new LogMoment(log, at, horizon);
            Until = at + horizon;
            Pairs = Moment.Terms();
            ActedAgain = Moment.ActsAgainBy(Until);
        }

        public LogMoment Moment { get; }

        public double Until { get; }

        public PairTerms[] Pairs { get; }

        public bool[] ActedAgain { get; }

        public bool HasEnough => Told.ActedAgain >= OutcomesMin && Told.PairCount - Told.ActedAgain >= OutcomesMin;

        public FitSlice Told => new(
            UnixTime.MomentOf(Moment.At), UnixTime.MomentOf(Until), Pairs.Length, ActedAgain.Count(again => again));

        public ForecastScore ScoreOf(FormConstants constants) => ForecastScore.Of(constants, Pairs, ActedAgain);
    }
}
