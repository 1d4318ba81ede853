namespace RelationshipGraph.Strength;

/// <summary>How far the level of a strength can be trusted; the order of ties holds in any case.</summary>
public enum StrengthConfidence : byte
{
    /// <summary>Nobody has seen a contact: the strength is what somebody declared.</summary>
    DeclaredOnly = 1,

    /// <summary>
    /// A source has been seen for less than two horizons: strengths are likely to be too high or too low as a whole.
    /// </summary>
    LittleHistory = 2,

    /// <summary>Two horizons of history or more.</summary>
    EnoughHistory = 3,
}
