namespace RelationshipGraph.Importing;

/// <summary>Something in the files that the model has no place for.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Column">The column; null for the whole file.</param>
/// <param name="Rows">The rows of the column that were passed over; 0: all of them.</param>
public sealed record PassedOver(string File, string? Column, long Rows);
