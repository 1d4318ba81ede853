namespace RelationshipGraph.Importing;

/// <summary>How far an export has come.</summary>
/// <param name="Kind">The GraphQL type name of the records being written.</param>
/// <param name="Records">Records written so far, of all kinds.</param>
public readonly record struct ExportProgress(string Kind, long Records);
