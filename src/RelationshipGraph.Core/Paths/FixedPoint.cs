namespace RelationshipGraph.Paths;

/// <summary>
/// A small number as a whole number of 2⁻⁴⁰ths. Whole numbers add up to the same sum in any order, so that every store and every
/// replica gives the same order and the same figures.
/// </summary>
internal static class FixedPoint
{
    private const double Unit = 1L << 40;

    /// <summary>The nearest whole number of parts; of numbers up to some millions.</summary>
    public static long Of(double number) => (long)Math.Round(number * Unit);

    public static double ToNumber(long parts) => parts / Unit;
}
