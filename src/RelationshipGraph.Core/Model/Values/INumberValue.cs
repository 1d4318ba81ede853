namespace RelationshipGraph.Model;

/// <summary>A value type that is one number with a range.</summary>
public interface INumberValue<TSelf>
    where TSelf : struct, INumberValue<TSelf>
{
    /// <summary>The least value.</summary>
    static abstract double Min { get; }

    /// <summary>The greatest value.</summary>
    static abstract double Max { get; }

    /// <summary>The number itself.</summary>
    double Value { get; }

    /// <summary>The value with this number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range, or not a number.</exception>
    static abstract TSelf From(double value);
}
