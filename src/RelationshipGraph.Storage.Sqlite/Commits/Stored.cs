using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>What a commit has to know of a record that is there before it.</summary>
/// <param name="Record">What it is judged by.</param>
/// <param name="Key">Its natural key; null where it has none.</param>
internal readonly record struct Stored(StoredRecord Record, NaturalKey? Key)
{
    public int Version => Record.Version;
}
