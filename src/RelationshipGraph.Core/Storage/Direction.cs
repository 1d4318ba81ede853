namespace RelationshipGraph.Storage;

/// <summary>Which way a relationship is seen from a node.</summary>
public enum Direction : byte
{
    /// <summary>It starts at the node.</summary>
    Outgoing,

    /// <summary>It ends at the node.</summary>
    Incoming,

    /// <summary>Either.</summary>
    Both,
}
