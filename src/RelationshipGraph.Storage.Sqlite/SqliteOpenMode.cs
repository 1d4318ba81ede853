namespace RelationshipGraph.Storage.Sqlite;

/// <summary>What may be found where a store is opened.</summary>
public enum SqliteOpenMode
{
    /// <summary>A store, or nothing: then one is made.</summary>
    Create,

    /// <summary>A store.</summary>
    Existing,

    /// <summary>A store, which is only read. It must already have this program's schema version.</summary>
    ReadOnly,
}
