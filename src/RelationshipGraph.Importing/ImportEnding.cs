namespace RelationshipGraph.Importing;

/// <summary>How an import ended.</summary>
public enum ImportEnding : byte
{
    /// <summary>Every row that was not refused is in the store.</summary>
    Written,

    /// <summary>Nothing was written, as asked.</summary>
    DryRun,

    /// <summary>
    /// Nothing was written: it was all or nothing and something was refused, a limit was met, or no file could be read.
    /// </summary>
    Refused,
}
