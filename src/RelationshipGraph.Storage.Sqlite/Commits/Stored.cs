using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>What a commit has to know of a record that is there before it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="FromId">A relationship's start; none for a node.</param>
/// <param name="ToId">A relationship's end; none for a node.</param>
/// <param name="Key">Its natural key; null where it has none.</param>
internal readonly record struct Stored(int Version, RecordId FromId, RecordId ToId, NaturalKey? Key);
