namespace RelationshipGraph.Model;

/// <summary>Working time in hours, 0 to 10,000; parts of an hour are decimals. Default: 0.</summary>
public readonly record struct Hours : INumberValue<Hours>
{
    private const double HoursMax = 10_000;

    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 10,000], or not a number.</exception>
    public Hours(double value)
    {
        Value = value is >= 0 and <= HoursMax
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Hours lie in [0, 10000].");
    }

    public double Value { get; }

    static double INumberValue<Hours>.Min => 0;

    static double INumberValue<Hours>.Max => HoursMax;

    static Hours INumberValue<Hours>.From(double value) => new(value);
}
