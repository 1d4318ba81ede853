namespace RelationshipGraph.Model;

/// <summary>
/// An amount of money in the smallest unit of its record's currency (øre for DKK), without VAT. Never negative. Default: 0.
/// </summary>
public readonly record struct MinorUnits
{
    /// <summary>
    /// The greatest amount: ten thousand billion kroner in øre, well inside what every client can hold exactly.
    /// </summary>
    public const long ValueMax = 1_000_000_000_000_000;

    /// <exception cref="ArgumentOutOfRangeException">Negative or above <see cref="ValueMax"/>.</exception>
    public MinorUnits(long value)
    {
        Value = value is >= 0 and <= ValueMax
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An amount is at least 0 and at most 10^15.");
    }

    public long Value { get; }
}
