using System.Globalization;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A server's place.</summary>
/// <param name="Name">A name or an address; one of IPv6 without brackets.</param>
/// <param name="Port">1 to 65,535.</param>
internal readonly record struct BoltHost(string Name, int Port)
{
    public override string ToString() => Name.Contains(':', StringComparison.Ordinal) ? $"[{Name}]:{Port}" : $"{Name}:{Port}";
}

/// <summary>How the connection is kept from others.</summary>
internal enum BoltSecurity : byte
{
    Plain = 0,

    /// <summary>The server's certificate must be one that this machine trusts.</summary>
    Trusted = 1,

    /// <summary>Encrypted, whoever the server is.</summary>
    AnyCertificate = 2,
}

/// <summary>Where the server or cluster is.</summary>
/// <param name="IsRouted">Whether it is asked which member reads and which writes.</param>
/// <param name="Security">How the connection is kept from others.</param>
/// <param name="Host">The member that is asked first.</param>
internal sealed record BoltAddress(bool IsRouted, BoltSecurity Security, BoltHost Host)
{
    public const int DefaultPort = 7687;

    private static readonly (string Scheme, bool IsRouted, BoltSecurity Security)[] Schemes =
    [
        ("bolt", false, BoltSecurity.Plain), ("bolt+s", false, BoltSecurity.Trusted),
        ("bolt+ssc", false, BoltSecurity.AnyCertificate), ("neo4j", true, BoltSecurity.Plain),
        ("neo4j+s", true, BoltSecurity.Trusted), ("neo4j+ssc", true, BoltSecurity.AnyCertificate),
    ];

    /// <summary>Whether a text begins as an address of a server.</summary>
    public static bool IsOne(string text) =>
        Array.Exists(Schemes, one => text.StartsWith(one.Scheme + "://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the written form.</summary>
    /// <param name="text">As in <c>neo4j+s://db.example.dk:7687</c>.</param>
    /// <param name="why">What is wrong and how to mend it, where the answer is null.</param>
    public static BoltAddress? TryParse(string text, out string why)
    {
        var cut = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = cut < 0 ? string.Empty : text[..cut];
        var known = Array.Find(Schemes, one => one.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase));
        if (known.Scheme is null)
        {
            why = $"must begin with {string.Join(", ", Schemes.Select(one => one.Scheme))}, each followed by ://.";
            return null;
        }

        var rest = text[(cut + 3)..].TrimEnd('/');
        if (rest.Contains('@', StringComparison.Ordinal))
        {
            why = "must not hold a user or a password: they have settings of their own.";
            return null;
        }

        if (rest.AsSpan().ContainsAny('?', '#', '/') || ReadHost(rest) is not { } host)
        {
            why = $"must name one server and perhaps its port after {known.Scheme}://, and nothing else.";
            return null;
        }

        why = string.Empty;
        return new BoltAddress(known.IsRouted, known.Security, host);
    }

    /// <summary>Reads <c>name</c>, <c>name:port</c> or <c>[address]:port</c>.</summary>
    public static BoltHost? ReadHost(string text)
    {
        var (name, port) = (text, string.Empty);
        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (text.StartsWith('[') && close > 0)
        {
            (name, port) = (text[1..close], text[(close + 1)..]);
            if (port.Length > 0 && port[0] != ':')
            {
                return null;
            }

            port = port.TrimStart(':');
        }
        else if (text.LastIndexOf(':') is var colon and >= 0)
        {
            (name, port) = (text[..colon], text[(colon + 1)..]);
            if (name.Contains(':', StringComparison.Ordinal) || port.Length == 0)
            {
                return null;
            }
        }

        var number = DefaultPort;
        var isPort = port.Length == 0
            || int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isPort && number is > 0 and <= 65_535 && Uri.CheckHostName(name) != UriHostNameType.Unknown
            ? new BoltHost(name, number)
            : null;
    }

    public override string ToString() =>
        $"{Schemes.First(one => one.IsRouted == IsRouted && one.Security == Security).Scheme}://{Host}";
}
