namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// The members of a cluster and what each is for, as one of them said. Never changed: a newer one takes its place.
/// </summary>
/// <param name="Readers">Members that answer reads.</param>
/// <param name="Writers">The leader, or nobody while one is elected.</param>
/// <param name="Routers">Members that can be asked for the next table.</param>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Lifetime">How long it holds.</param>
internal sealed record BoltRoutingTable(
    IReadOnlyList<BoltHost> Readers,
    IReadOnlyList<BoltHost> Writers,
    IReadOnlyList<BoltHost> Routers,
    long ReadAt,
    TimeSpan Lifetime)
{
    public static BoltRoutingTable Of(BoltSummary summary, long readAt) => new(
        [.. summary.Members.Where(each => each.Role == "READ").Select(each => each.Host)],
        [.. summary.Members.Where(each => each.Role == "WRITE").Select(each => each.Host)],
        [.. summary.Members.Where(each => each.Role == "ROUTE").Select(each => each.Host)],
        readAt,
        summary.TableLifetime);

    public BoltRoutingTable WithoutWriter(BoltHost host) => this with { Writers = [.. Writers.Where(each => each != host)] };

    public BoltRoutingTable Without(BoltHost host) => WithoutWriter(host) with
    {
        Readers = [.. Readers.Where(each => each != host)],
        Routers = [.. Routers.Where(each => each != host)],
    };
}
