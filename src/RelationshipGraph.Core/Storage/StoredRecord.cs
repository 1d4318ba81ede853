using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>What judging a change must know of the record that is there before it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="FromId">A relationship's start; none for a node.</param>
/// <param name="ToId">A relationship's end; none for a node.</param>
public readonly record struct StoredRecord(int Version, RecordId FromId, RecordId ToId);
