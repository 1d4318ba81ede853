namespace RelationshipGraph.Strength;

/// <summary>How much of a sum is left.</summary>
/// <remarks>
/// A sum is kept as of its last entry. Moving it on is one multiplication, nothing grows, and after a thousand years it is 0.
/// </remarks>
internal static class Decay
{
    /// <summary>The half-life of the sum that remembers longer, in horizons.</summary>
    public const double SlowHorizons = 4;

    /// <summary>The half-life of a person's acts, in horizons.</summary>
    public const double QuickHorizons = .25;

    /// <param name="halfLives">How many half-lives have passed; not below 0.</param>
    public static double Over(double halfLives) => Math.Pow(2, -halfLives);
}
