namespace RelationshipGraph.Storage;

/// <summary>How many of a node's relationships must meet a condition.</summary>
public enum Quantifier : byte
{
    Some,
    None,
    All,
}
