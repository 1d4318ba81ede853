namespace RelationshipGraph.Model;

/// <summary>How likely it is that a tie acts again within the strength model's horizon.</summary>
/// <remarks>A probability, 0 to 1. Comparable between ties of one model version. Default: 0.</remarks>
public readonly record struct TieStrength : INumberValue<TieStrength>
{
    /// <summary>What a declared tie counts for when nobody said how strong it is.</summary>
    public static readonly TieStrength Undeclared = new(0.25);

    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1], or not a number.</exception>
    public TieStrength(double value)
    {
        // Stated positively, so that NaN falls into the refused half.
        Value = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A tie strength lies in [0, 1].");
    }

    public double Value { get; }

    static double INumberValue<TieStrength>.Min => 0;

    static double INumberValue<TieStrength>.Max => 1;

    static TieStrength INumberValue<TieStrength>.From(double value) => new(value);
}
