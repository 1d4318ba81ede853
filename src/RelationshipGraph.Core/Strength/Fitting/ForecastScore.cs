using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Strength.Fitting;

/// <summary>How good forecasts were.</summary>
/// <param name="Ranking">Their order.</param>
/// <param name="Calibration">Their level.</param>
public readonly record struct ForecastScore(Ranking Ranking, Calibration Calibration)
{
    internal static ForecastScore Of(double[] forecasts, bool[] cameTrue) =>
        new(Ranking.Of(forecasts, cameTrue), Calibration.Of(forecasts, cameTrue));

    internal static ForecastScore Of(FormConstants constants, PairTerms[] pairs, bool[] cameTrue) =>
        Of([.. pairs.Select(pair => constants.Evaluate(pair).Strength)], cameTrue);
}
