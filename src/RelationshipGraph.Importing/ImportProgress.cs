namespace RelationshipGraph.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="File">The file it is reading.</param>
/// <param name="Bytes">Bytes read of all files, uncompressed; begins again in each phase.</param>
/// <param name="BytesTotal">Bytes to read in the phase; 0 while that is being found out.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Refused">Rows refused.</param>
public readonly record struct ImportProgress(
    ImportPhase Phase, string File, long Bytes, long BytesTotal, long Rows, long Refused);
