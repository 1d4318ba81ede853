using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Strength.Evaluation;

/// <summary>
/// How well the pairs that act again after a cut are told from those that do not: by simple scores, by the model with the
/// constants that it comes with, and with those that a fit on the part before the cut chose.
/// </summary>
/// <remarks>The horizon is a quarter of the time from the first row to the cut.</remarks>
public sealed record TieEvaluation
{
    /// <summary>The last moment that is known.</summary>
    public required DateTimeOffset CutAt { get; init; }

    /// <summary>Pairs seen by then.</summary>
    public required int PairCount { get; init; }

    /// <summary>Pairs that act again after it.</summary>
    public required int ActedAgain { get; init; }

    /// <summary>By the sum of weights.</summary>
    public required Ranking Count { get; init; }

    /// <summary>By the last contact.</summary>
    public required Ranking Recency { get; init; }

    /// <summary>By the sum of weights, halved with every half-life.</summary>
    public required Ranking Decayed { get; init; }

    /// <summary>The half-life, chosen on the part before the cut, in hours.</summary>
    public required double HalfLifeHours { get; init; }

    /// <summary>By the model with the constants that it comes with.</summary>
    public required ForecastScore Model { get; init; }

    /// <summary>By the model with the constants that the fit chose.</summary>
    public required ForecastScore Fitted { get; init; }

    /// <summary>How the fit chose.</summary>
    public required FitReport Fit { get; init; }

    /// <summary>Evaluates a log at a cut.</summary>
    /// <param name="log">Contacts of one channel.</param>
    /// <param name="cut">Where it is cut.</param>
    /// <returns>Null where a ranking means nothing: too few rows, or all pairs act again, or none does.</returns>
    public static TieEvaluation? Of(ContactLog log, LogCut cut)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (LogMoment.Of(log, cut) is not { At: var at, Horizon: var horizon } moment)
        {
            return null;
        }

        var again = moment.ActsAgainBy(log.Seconds[^1]);
        var positives = again.Count(acts => acts);
        if (positives == 0 || positives == again.Length)
        {
            return null;
        }

        var inner = LogCuts.Of(log.Seconds.AsSpan(0, moment.RowCount), cut);
        var halfLife = SimpleScores.BestHalfLife(new LogMoment(log, inner, horizon), at);
        var shipped = StrengthModel.Shipped[log.Form];
        var fit = TieFit.Fit(log, at, horizon, shipped);
        var pairs = moment.Terms();
        return new TieEvaluation
        {
            CutAt = UnixTime.MomentOf(at),
            PairCount = again.Length,
            ActedAgain = positives,
            Count = Ranking.Of(SimpleScores.Count(moment), again),
            Recency = Ranking.Of(SimpleScores.Recency(moment), again),
            Decayed = Ranking.Of(SimpleScores.Decayed(moment, halfLife), again),
            HalfLifeHours = halfLife,
            Model = ForecastScore.Of(shipped, pairs, again),
            Fitted = ForecastScore.Of(fit.Chosen, pairs, again),
            Fit = fit,
        };
    }
}
