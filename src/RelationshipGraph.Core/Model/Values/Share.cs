namespace RelationshipGraph.Model;

/// <summary>A part of a whole, or a weight beside others: 0 to 1. Default: 0.</summary>
public readonly record struct Share : INumberValue<Share>
{
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1], or not a number.</exception>
    public Share(double value)
    {
        Value = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies in [0, 1].");
    }

    public double Value { get; }

    static double INumberValue<Share>.Min => 0;

    static double INumberValue<Share>.Max => 1;

    static Share INumberValue<Share>.From(double value) => new(value);
}
