namespace RelationshipGraph.Strength;

/// <summary>
/// The four constants of a tie's own rhythm: how often pairs act (a gamma distribution over pairs), and how likely it is that an
/// act is a pair's last (a beta distribution). All above 0.
/// </summary>
/// <param name="R">Shape of the rates.</param>
/// <param name="Alpha">Scale of the rates, in horizons.</param>
/// <param name="A">Weight of ending, of the beta distribution.</param>
/// <param name="B">Weight of going on.</param>
public sealed record RhythmConstants(double R, double Alpha, double A, double B)
{
    internal bool IsSound => IsAboveZero(R) && IsAboveZero(Alpha) && IsAboveZero(A) && IsAboveZero(B);

    /// <summary>How likely it is that the tie has not ended.</summary>
    /// <param name="repeats">Sittings after the first.</param>
    /// <param name="lastAfter">From the first contact to the last, in horizons.</param>
    /// <param name="span">From the first contact to now, in horizons; not below <paramref name="lastAfter"/>.</param>
    internal double Alive(double repeats, double lastAfter, double span)
    {
        // A power of many sittings overflows to infinity, and the tie is dead: that is the limit as well.
        var silence = Math.Exp((R + repeats) * Math.Log((Alpha + span) / (Alpha + lastAfter)));
        return 1 / (1 + (A / (B + repeats) * silence));
    }

    /// <summary>How likely a living tie is to act within one horizon.</summary>
    internal double Acts(double repeats, double span) =>
        1 - Math.Exp((R + repeats) * Math.Log((Alpha + span) / (Alpha + span + 1)));

    private static bool IsAboveZero(double constant) => constant > 0 && double.IsFinite(constant);
}
