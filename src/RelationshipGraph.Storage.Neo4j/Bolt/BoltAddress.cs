namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Where the server or cluster is, and how it is spoken to.</summary>
/// <remarks>
/// <c>bolt://host:7687</c> for one server, <c>neo4j://host,host</c> for a cluster that is found by asking one of these members.
/// Behind the scheme <c>+s</c> asks for TLS with a certificate that is trusted, <c>+ssc</c> for TLS with any certificate.
/// </remarks>
internal sealed record BoltAddress
{
    private static readonly string[] Schemes =
        ["bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://"];

    private BoltAddress(IReadOnlyList<BoltHost> hosts, bool isRouted, BoltEncryption encryption)
    {
        Hosts = hosts;
        IsRouted = isRouted;
        Encryption = encryption;
    }

    /// <summary>At least one; exactly one where nothing is routed.</summary>
    public IReadOnlyList<BoltHost> Hosts { get; }

    /// <summary>Whether the members are found by asking for the routing table.</summary>
    public bool IsRouted { get; }

    public BoltEncryption Encryption { get; }

    /// <summary>Whether a text is meant as an address, right or wrong: it begins with one of the schemes.</summary>
    public static bool IsOne(string text) => Schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads an address.</summary>
    /// <returns>Null where it is none; why, and how to mend it, then says so and repeats no secret.</returns>
    public static BoltAddress? TryParse(string text, out string? why)
    {
        try
        {
            why = null;
            return Parse(text);
        }
        catch (FormatException failure)
        {
            why = failure.Message;
            return null;
        }
    }

    /// <exception cref="FormatException">It is no address; the message says how to mend it and repeats no secret.</exception>
    public static BoltAddress Parse(string text)
    {
        var schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        var (isRouted, encryption) = (schemeEnd < 0 ? "" : text[..schemeEnd].ToLowerInvariant()) switch
        {
            "bolt" => (false, BoltEncryption.None),
            "bolt+s" => (false, BoltEncryption.Trusted),
            "bolt+ssc" => (false, BoltEncryption.AnyCertificate),
            "neo4j" => (true, BoltEncryption.None),
            "neo4j+s" => (true, BoltEncryption.Trusted),
            "neo4j+ssc" => (true, BoltEncryption.AnyCertificate),
            "http" or "https" => throw new FormatException(
                "This is the address of a web interface. Use bolt:// or neo4j:// and the port for Bolt, usually 7687."),
            _ => throw new FormatException($"An address begins with one of {string.Join(", ", Schemes)}."),
        };
        var rest = text[(schemeEnd + 3)..];
        if (rest.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException("An address does not hold a user or password: give them by their own settings.");
        }

        if (rest.IndexOfAny(['?', '#']) >= 0)
        {
            throw new FormatException("An address takes no parameters behind a ? or #: leave them out.");
        }

        var hosts = new List<BoltHost>();
        foreach (var part in rest.TrimEnd('/').Split(','))
        {
            hosts.Add(BoltHost.TryParse(part.Trim(), out var host) ? host : throw new FormatException(
                "Behind the scheme stands host, host:port or [IPv6 address]:port, with ports from 1 to 65535."));
        }

        return isRouted || hosts.Count == 1
            ? new BoltAddress(hosts, isRouted, encryption)
            : throw new FormatException("bolt:// takes one host. Use neo4j:// to name several members of a cluster.");
    }

    public override string ToString()
    {
        var suffix = Encryption switch { BoltEncryption.None => "", BoltEncryption.Trusted => "+s", _ => "+ssc" };
        return $"{(IsRouted ? "neo4j" : "bolt")}{suffix}://{string.Join(',', Hosts)}";
    }
}

/// <summary>Whether the wire is encrypted, and what is asked of the server's certificate.</summary>
internal enum BoltEncryption : byte
{
    None = 0,

    /// <summary>The certificate must be trusted by this computer and name the host.</summary>
    Trusted = 1,

    /// <summary>Any certificate will do, so it protects against listening only.</summary>
    AnyCertificate = 2,
}
