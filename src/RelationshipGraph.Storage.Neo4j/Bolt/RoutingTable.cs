using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Which members of a cluster read, write and tell of the others, for as long as it holds.</summary>
internal sealed record RoutingTable(
    IReadOnlyList<BoltHost> Routers, IReadOnlyList<BoltHost> Readers, IReadOnlyList<BoltHost> Writers, TimeSpan Holds, long Since)
{
    /// <summary>The table in a server's answer.</summary>
    /// <exception cref="CypherException">It is none.</exception>
    public static RoutingTable Of(IReadOnlyDictionary<string, object?>? answer, long now)
    {
        if (answer?.GetValueOrDefault("rt") is not IReadOnlyDictionary<string, object?> table
            || table.GetValueOrDefault("servers") is not List<object?> servers)
        {
            throw new CypherException(CypherFailure.Protocol, string.Empty, "The server's routing table is none.");
        }

        var seconds = table.GetValueOrDefault("ttl") is long ttl and >= 0 and < 86_400 * 365L ? ttl : 300;
        return new RoutingTable(
            Of(servers, "ROUTE"), Of(servers, "READ"), Of(servers, "WRITE"), TimeSpan.FromSeconds(seconds), now);
    }

    /// <summary>The members for a kind of work.</summary>
    public IReadOnlyList<BoltHost> For(CypherAccess access) => access == CypherAccess.Write || Readers.Count == 0 ? Writers : Readers;

    private static List<BoltHost> Of(List<object?> servers, string role) =>
    [
        .. from one in servers.OfType<IReadOnlyDictionary<string, object?>>()
           where one.GetValueOrDefault("role") as string == role
           from address in one.GetValueOrDefault("addresses") as List<object?> ?? []
           let host = BoltAddress.ReadHost(address as string ?? string.Empty)
           where host is not null
           select host.Value,
    ];
}
