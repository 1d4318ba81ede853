namespace RelationshipGraph.Hosting.Stores;

/// <summary>Which store, and where.</summary>
public abstract record StoreAddress
{
    private const string SqliteScheme = "sqlite:";

    private StoreAddress() { }

    /// <summary>A SQLite file.</summary>
    /// <param name="File">Its absolute path. The file may be missing, its folder not.</param>
    public sealed record SqliteFile(string File) : StoreAddress;

    /// <summary>Reads the written form.</summary>
    /// <param name="text">As in <c>sqlite:graph.db</c>.</param>
    /// <param name="currentFolder">What a relative path starts from.</param>
    /// <param name="why">What is wrong and how to mend it, where the answer is null.</param>
    public static StoreAddress? TryParse(string text, string currentFolder, out string why)
    {
        ArgumentNullException.ThrowIfNull(text);
        why = string.Empty;
        if (text.StartsWith(SqliteScheme, StringComparison.OrdinalIgnoreCase))
        {
            var file = text[SqliteScheme.Length..].Trim();
            if (file.Length > 0 && file[0] != ':' && !file.Contains('\0', StringComparison.Ordinal)
                && !Path.EndsInDirectorySeparator(file))
            {
                return new SqliteFile(Path.GetFullPath(file, currentFolder));
            }

            why = "must name a file after sqlite:, as in sqlite:graph.db.";
            return null;
        }

        why = IsNeo4j(text)
            ? "names a Neo4j server, which this version cannot use yet. Name a file, as in sqlite:graph.db."
            : "must have the form sqlite:<file>, as in sqlite:graph.db.";
        return null;
    }

    private static bool IsNeo4j(string text) =>
        text.StartsWith("neo4j", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("bolt", StringComparison.OrdinalIgnoreCase);
}
