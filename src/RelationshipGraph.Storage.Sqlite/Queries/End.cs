namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>One end of a relationship.</summary>
internal enum End : byte
{
    /// <summary>Neither in particular.</summary>
    None,

    /// <summary>Where it starts.</summary>
    From,

    /// <summary>Where it ends.</summary>
    To,
}
