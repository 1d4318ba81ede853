namespace RelationshipGraph.Storage.Sqlite.Schema;

/// <summary>An index of a kind's table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">What it is sorted by; the row's id follows by itself.</param>
/// <param name="IsUnique">Whether no two rows may have the same values.</param>
/// <param name="Condition">Which rows are in it; null: all.</param>
internal sealed record StoredIndex(string Name, IReadOnlyList<string> Columns, bool IsUnique = false, string? Condition = null);
