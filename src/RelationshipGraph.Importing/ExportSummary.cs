namespace RelationshipGraph.Importing;

/// <summary>What was exported.</summary>
/// <param name="Lines">Lines of the file, the first one, which names the format, included.</param>
/// <param name="ByKind">Records, by GraphQL type name.</param>
/// <param name="Sha256">The hash of the file, in small hexadecimal digits.</param>
/// <param name="IsStill">Whether nothing was written to the store meanwhile, so that the file is one state of it.</param>
public sealed record ExportSummary(long Lines, IReadOnlyDictionary<string, long> ByKind, string Sha256, bool IsStill);
