namespace RelationshipGraph.Importing;

/// <summary>How far a copy has come.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Records">Records that it has been done to.</param>
/// <param name="RecordsTotal">Records that were there when the copy began.</param>
public readonly record struct CopyProgress(CopyStep Step, long Records, long RecordsTotal);

/// <summary>What a copy does, one after the other.</summary>
public enum CopyStep
{
    /// <summary>Compares what is in the target already.</summary>
    Comparing,

    /// <summary>Writes what is missing.</summary>
    Copying,

    /// <summary>Reads the store that was copied once more, for its checksum.</summary>
    CheckingFrom,

    /// <summary>Reads the copy for its checksum.</summary>
    CheckingTo,
}
