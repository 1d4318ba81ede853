namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>How we log in. Never printed.</summary>
internal sealed class BoltCredentials
{
    private BoltCredentials(string scheme, string? principal, string? secret)
    {
        Scheme = scheme;
        Principal = principal;
        Secret = secret;
    }

    /// <summary>For a server that asks for no login.</summary>
    public static BoltCredentials None { get; } = new("none", null, null);

    public string Scheme { get; }

    public string? Principal { get; }

    public string? Secret { get; }

    public static BoltCredentials Basic(string user, string password) => new("basic", user, password);

    public static BoltCredentials Bearer(string token) => new("bearer", null, token);

    public override string ToString() => Scheme;
}
