namespace RelationshipGraph.Strength;

/// <summary>The constants of one form's formula: a level, a weight for each term, and those of the rhythm.</summary>
/// <remarks>
/// The strength is the logistic function of the level and the weighted terms. No weight but that of silence may be below 0, and
/// that one not above: a tie in which nothing happens never grows stronger.
/// </remarks>
public sealed record FormConstants
{
    private const double LogitGuard = 1e-4;
    private const double LogGuard = 1e-3;

    public required StrengthForm Form { get; init; }

    public required RhythmConstants Rhythm { get; init; }

    /// <summary>The log odds of a tie whose terms are all 0.</summary>
    public required double Level { get; init; }

    /// <summary>Weight of the log odds that the tie acts within the horizon, by its own rhythm alone.</summary>
    public double OnRhythm { get; init; }

    /// <summary>Weight of the logarithm of the decayed sum of sittings.</summary>
    public double OnSittings { get; init; }

    /// <summary>Weight of the logarithm of the decayed sum of rows.</summary>
    public double OnRows { get; init; }

    /// <summary>Weight of the logarithm of how long the less active end has been silent towards anybody; 0 or less.</summary>
    public double OnSilence { get; init; }

    /// <summary>
    /// Weight of the logarithm of the form's further sum. Face to face: sittings with four times the half-life. Event: rows, each
    /// divided by the others present. Any channel: there is none.
    /// </summary>
    public double OnFurther { get; init; }

    /// <summary>What being known to sit in the same unit adds to the log odds.</summary>
    public double OnSameUnit { get; init; }

    /// <summary>Weight of the logarithm of the acts of the busier end, with a quarter of the half-life.</summary>
    public double OnBusy { get; init; }

    internal bool IsSound =>
        Rhythm.IsSound && double.IsFinite(Level) && double.IsFinite(OnSameUnit)
        && OnRhythm >= 0 && OnSittings >= 0 && OnRows >= 0 && OnFurther >= 0 && OnBusy >= 0 && OnSilence <= 0
        && double.IsFinite(OnRhythm + OnSittings + OnRows + OnFurther + OnBusy + OnSilence);

    internal PairValue Evaluate(in PairTerms terms)
    {
        var alive = Rhythm.Alive(terms.Repeats, terms.LastAfter, terms.Span);
        var again = alive * Rhythm.Acts(terms.Repeats, terms.Span);
        var odds = Level
            + (OnRhythm * Logit(again))
            + (OnSittings * Log(terms.SittingSum))
            + (OnRows * Log(terms.RowSum))
            + (OnSilence * Log(terms.Silence))
            + (OnFurther * Log(terms.FurtherSum))
            + (OnSameUnit * (terms.IsSameUnit ? 1 : 0))
            + (OnBusy * Log(terms.BusySum));
        return new PairValue(Sigma(odds), alive, again);
    }

    internal static double Logit(double probability) => Math.Log((probability + LogitGuard) / (1 - probability + LogitGuard));

    internal static double Log(double sum) => Math.Log(sum + LogGuard);

    internal static double Sigma(double odds) =>
        odds >= 0 ? 1 / (1 + Math.Exp(-odds)) : Math.Exp(odds) / (1 + Math.Exp(odds));
}
