namespace RelationshipGraph.Strength.Fitting;

/// <summary>
/// How far the constants may go from those they start from. Few pairs move them little, many move them as they must.
/// </summary>
internal static class FitPrior
{
    /// <summary>How far the log odds of an average pair easily go.</summary>
    public const double LevelSpread = 1;

    /// <summary>How far a weight easily goes.</summary>
    public const double WeightSpread = .2;

    /// <summary>How far the logarithm of a constant of the rhythm easily goes.</summary>
    public const double RhythmSpread = .5;

    /// <summary>
    /// How far the level, and the logarithm of a constant of the rhythm, go at most: odds are quartered or quadrupled, not more.
    /// </summary>
    public static readonly double ShiftMax = Math.Log(4);
}
