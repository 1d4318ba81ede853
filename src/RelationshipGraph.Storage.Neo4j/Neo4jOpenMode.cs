namespace RelationshipGraph.Storage.Neo4j;

/// <summary>What may be found where a store is opened.</summary>
public enum Neo4jOpenMode : byte
{
    /// <summary>A store, or an empty database, which becomes one.</summary>
    Create = 0,

    /// <summary>A store.</summary>
    Existing = 1,

    /// <summary>A store, which is only read. It must already have this program's schema version.</summary>
    ReadOnly = 2,
}
