namespace RelationshipGraph.Indexing;

/// <summary>How much of a graph an index holds.</summary>
public enum IndexParts : byte
{
    /// <summary>Everything that paths are made of.</summary>
    All,

    /// <summary>People, where they work, and who was in contact with whom: what strengths are worked out from.</summary>
    Contacts,
}
