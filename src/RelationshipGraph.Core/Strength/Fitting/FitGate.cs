namespace RelationshipGraph.Strength.Fitting;

/// <summary>Whether fitted constants have proved better on a later slice than the one they were fitted on.</summary>
/// <remarks>
/// The level must be better, and the order by more than chance: in nine of ten draws of the people average precision rises. How
/// much that asks for follows from the slice itself. A margin in points of precision would ask too little of a small log and too
/// much of a large one.
/// </remarks>
internal static class FitGate
{
    /// <summary>Draws of the people.</summary>
    public const int DrawCount = 1000;

    /// <summary>The share of draws in which order may be worse.</summary>
    public const double WorseMax = .1;

    private const ulong Seed = 40;

    /// <summary>By how much the order is better.</summary>
    public static FitGain GainOf(FitSample judged, double[] fitted, double[] before, double precision) =>
        new(precision, PersonDraws.GainAt(judged, fitted, before, DrawCount, WorseMax, Seed));

    /// <summary>Whether order is better by more than chance.</summary>
    public static bool IsOrderBetter(FitGain gain) => gain.Low > 0;

    /// <summary>Whether the level is better.</summary>
    public static bool IsLevelBetter(ForecastScore fitted, ForecastScore before) =>
        fitted.Calibration.Brier < before.Calibration.Brier;
}
