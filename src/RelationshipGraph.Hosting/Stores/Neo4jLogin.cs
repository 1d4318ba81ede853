namespace RelationshipGraph.Hosting.Stores;

/// <summary>Who we are to a Neo4j server, and which of its databases is ours. Never shows its secret.</summary>
/// <param name="user">The user; null for a server that asks for none.</param>
/// <param name="password">The user's password.</param>
/// <param name="database">The database; null: the user's own.</param>
public sealed class Neo4jLogin(string? user, string? password, string? database)
{
    /// <summary>Nobody in particular.</summary>
    public static Neo4jLogin None { get; } = new(null, null, null);

    internal string? User => user;

    internal string? Password => password;

    internal string? Database => database;

    public override string ToString() => "(login)";
}
