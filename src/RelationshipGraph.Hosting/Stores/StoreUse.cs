namespace RelationshipGraph.Hosting.Stores;

/// <summary>What a program is about to do with a store.</summary>
public enum StoreUse
{
    /// <summary>Read and write it; made if it is not there.</summary>
    MakeIfMissing,

    /// <summary>Read it to say what would be written; if it is not there, it counts as empty and is not made.</summary>
    Plan,

    /// <summary>Read and write it; it must be there.</summary>
    Existing,

    /// <summary>Only read it; it must be there.</summary>
    ReadOnly,
}
