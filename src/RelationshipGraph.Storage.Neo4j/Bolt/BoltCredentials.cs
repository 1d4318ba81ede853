namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Who we are to the server. Never shows its secret.</summary>
internal abstract record BoltCredentials
{
    private BoltCredentials() { }

    /// <summary>A server that asks for nothing.</summary>
    public static BoltCredentials None { get; } = new Anonymous();

    /// <summary>The entries of the message that says who we are.</summary>
    internal abstract IReadOnlyDictionary<string, object?> Entries { get; }

    public static BoltCredentials Basic(string user, string password) => new Named(user, password);

    public static BoltCredentials Bearer(string token) => new Token(token);

    public sealed override string ToString() => "(credentials)";

    private sealed record Anonymous : BoltCredentials
    {
        internal override IReadOnlyDictionary<string, object?> Entries { get; } =
            new Dictionary<string, object?> { ["scheme"] = "none" };
    }

    private sealed record Named(string User, string Password) : BoltCredentials
    {
        internal override IReadOnlyDictionary<string, object?> Entries => new Dictionary<string, object?>
        {
            ["scheme"] = "basic",
            ["principal"] = User,
            ["credentials"] = Password,
        };
    }

    private sealed record Token(string Value) : BoltCredentials
    {
        internal override IReadOnlyDictionary<string, object?> Entries =>
            new Dictionary<string, object?> { ["scheme"] = "bearer", ["credentials"] = Value };
    }
}
