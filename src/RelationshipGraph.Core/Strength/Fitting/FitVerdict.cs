namespace RelationshipGraph.Strength.Fitting;

/// <summary>What became of a fit.</summary>
public enum FitVerdict : byte
{
    /// <summary>Order and level were better on the later slice: the fitted constants are taken.</summary>
    Accepted = 1,

    /// <summary>They were not both better, or not by enough to be more than chance: the constants stay.</summary>
    NotBetter = 2,

    /// <summary>The log is shorter than three horizons: nothing was fitted.</summary>
    LittleHistory = 3,

    /// <summary>In one of the two slices too few pairs acted again, or too few did not: nothing was fitted.</summary>
    FewOutcomes = 4,
}
