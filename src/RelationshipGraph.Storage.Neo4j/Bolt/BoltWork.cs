using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>What the server is told about a transaction.</summary>
/// <param name="Access">Whether it writes.</param>
/// <param name="Database">Null for the user's own.</param>
/// <param name="Bookmarks">What it must see.</param>
/// <param name="Timeout">When the server ends it.</param>
internal sealed record BoltWork(CypherAccess Access, string? Database, string[] Bookmarks, TimeSpan Timeout)
{
    /// <summary>Whether it goes to the leader although it may only read.</summary>
    public bool MustBeLed { get; init; }
}
