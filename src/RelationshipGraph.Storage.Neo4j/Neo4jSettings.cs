namespace RelationshipGraph.Storage.Neo4j;

/// <summary>Where a server or cluster is, and who we are to it. Never shows its secret.</summary>
/// <param name="Address">As in <c>neo4j://db.example.dk:7687</c>; checked by <see cref="Check"/>.</param>
/// <param name="User">The user; null for a server that asks for none.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Database">The database; null: the user's own.</param>
public sealed record Neo4jSettings(string Address, string? User, string? Password, string? Database)
{
    /// <summary>Whether a text begins as the address of a server.</summary>
    public static bool IsAddress(string text) => Bolt.BoltAddress.IsOne(text);

    /// <summary>What is wrong with an address and how to mend it; null where nothing is.</summary>
    public static string? Check(string address) =>
        Bolt.BoltAddress.TryParse(address, out var why) is null ? $"cannot be used. {why}" : null;

    public override string ToString() => Address;
}
