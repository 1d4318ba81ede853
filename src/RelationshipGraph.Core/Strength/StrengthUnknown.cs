namespace RelationshipGraph.Strength;

/// <summary>Why a tie has no strength.</summary>
public enum StrengthUnknown : byte
{
    /// <summary>Nobody declared the tie, and by that day no contact was seen.</summary>
    NothingKnown = 1,
}
