namespace RelationshipGraph.Model;

/// <summary>What a record is called in the system it came from. Unique; a second record with the same key is refused.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Source">The system's name.</param>
/// <param name="FromId">A relationship's start; none for a node.</param>
/// <param name="ToId">A relationship's end; none for a node.</param>
/// <param name="Local">
/// The record's own part: the external id; for a relationship without one its first day; for an interaction its instant and
/// channel; for
/// an interaction state its channel; else empty.
/// </param>
public readonly record struct NaturalKey(RecordKind Kind, string Source, RecordId FromId, RecordId ToId, string Local)
{
    /// <summary>The key of a node.</summary>
    public static NaturalKey OfNode(RecordKind kind, string source, string externalId) => new(kind, source, default, default,
        externalId);
}
