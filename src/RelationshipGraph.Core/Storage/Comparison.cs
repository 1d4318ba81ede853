namespace RelationshipGraph.Storage;

/// <summary>How a value stands to another.</summary>
public enum Comparison : byte
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
