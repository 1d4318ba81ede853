namespace RelationshipGraph.Strength;

/// <summary>What the formula rests on, at one moment; times in horizons on the active clock.</summary>
/// <param name="Repeats">Sittings after the first.</param>
/// <param name="LastAfter">From the first contact to the last.</param>
/// <param name="Span">From the first contact to the moment.</param>
/// <param name="SittingSum">Sittings, each halved with every horizon.</param>
/// <param name="RowSum">Rows, each halved with every horizon.</param>
/// <param name="FurtherSum">The form's further sum.</param>
/// <param name="Silence">Since the last act towards anybody of the end that is silent longer.</param>
/// <param name="BusySum">Acts of the busier end, each halved with every quarter of a horizon.</param>
/// <param name="IsSameUnit">Whether both ends are known to sit in the same unit.</param>
internal readonly record struct PairTerms(
    double Repeats,
    double LastAfter,
    double Span,
    double SittingSum,
    double RowSum,
    double FurtherSum,
    double Silence,
    double BusySum,
    bool IsSameUnit)
{
    /// <summary>The terms of a pair at a moment.</summary>
    public static PairTerms Of(
        StrengthForm form, in PairState pair, in PersonState first, in PersonState second, bool isSameUnit, double now)
    {
        var (silence, busy) = EndsAt(pair, first, second, now);
        return Of(form, pair, silence, busy, isSameUnit, now);
    }

    /// <summary>The terms of a pair at a moment, with the ends as they are given.</summary>
    public static PairTerms Of(
        StrengthForm form, in PairState pair, double silence, double busy, bool isSameUnit, double now)
    {
        // A clock that was drawn anew may stand a little before the state's last reading.
        var age = Math.Max(0, now - pair.LastActive);
        var lastAfter = pair.LastActive - pair.FirstActive;
        return new PairTerms(
            pair.SittingCount - 1,
            lastAfter,
            lastAfter + age,
            pair.SittingSum * Decay.Over(age),
            pair.RowSum * Decay.Over(age),
            pair.FurtherSum * Decay.Over(form == StrengthForm.FaceToFace ? age / Decay.SlowHorizons : age),
            silence,
            busy,
            isSameUnit);
    }

    /// <summary>How long the less active end has been silent, and how much the busier end acts.</summary>
    public static (double Silence, double Busy) EndsAt(
        in PairState pair, in PersonState first, in PersonState second, double now)
    {
        // What the two did together, both of them did.
        var longest = Math.Max(first.SilenceAt(now), second.SilenceAt(now));
        return (
            Math.Min(longest, Math.Max(0, now - pair.LastActive)),
            Math.Max(first.BusyAt(now), second.BusyAt(now)));
    }
}
