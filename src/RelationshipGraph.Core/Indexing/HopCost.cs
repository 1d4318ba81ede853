namespace RelationshipGraph.Indexing;

/// <summary>A hop's strength as a length: the strongest path is the shortest one.</summary>
/// <remarks>
/// −log2 of the strength, as a whole number of 2⁻⁴⁸ths. Whole numbers add up to the same sum in any order, so that two paths
/// with the same strengths tie exactly and the tie is broken by what is written down, not by rounding.
/// </remarks>
internal static class HopCost
{
    /// <summary>No hop. Larger than any path, and small enough that two of them can be added.</summary>
    public const long None = long.MaxValue / 2;

    private const double Unit = 1L << 48;

    /// <summary>The cost of a strength.</summary>
    /// <param name="strength">From 0 to 1. Zero leads nowhere: <see cref="None"/>.</param>
    public static long Of(double strength) => strength > 0 ? (long)Math.Round(-Math.Log2(strength) * Unit) : None;

    /// <summary>The strength of a cost that is not <see cref="None"/>, to about fifteen digits.</summary>
    public static double StrengthOf(long cost) => double.Exp2(-cost / Unit);
}
