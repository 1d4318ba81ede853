using RelationshipGraph.Storage.Neo4j;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>Which store, and where.</summary>
public abstract record StoreAddress
{
    private const string SqliteScheme = "sqlite:";

    private StoreAddress() { }

    /// <summary>A SQLite file.</summary>
    /// <param name="File">Its absolute path. The file may be missing, its folder not.</param>
    public sealed record SqliteFile(string File) : StoreAddress;

    /// <summary>A Neo4j server or cluster.</summary>
    /// <param name="Address">As in <c>neo4j://db.example.dk:7687</c>.</param>
    /// <param name="Login">Who we are to it.</param>
    public sealed record Neo4jServer(string Address, Neo4jLogin Login) : StoreAddress;

    /// <summary>The same place for one who signs in so; a file needs no login.</summary>
    public StoreAddress For(Neo4jLogin login) => this is Neo4jServer server ? server with { Login = login } : this;

    /// <summary>Reads the written form.</summary>
    /// <param name="text">As in <c>sqlite:graph.db</c> or <c>neo4j://db.example.dk:7687</c>.</param>
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

        if (Neo4jSettings.IsAddress(text))
        {
            why = Neo4jSettings.Check(text) ?? string.Empty;
            return why.Length == 0 ? new Neo4jServer(text, Neo4jLogin.None) : null;
        }

        why = "must have the form sqlite:<file>, as in sqlite:graph.db, or neo4j://<server>, as in neo4j://localhost:7687.";
        return null;
    }
}
