using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>The Neo4j store keeps the contract.</summary>
public static class Neo4jServerGraphStoreTests
{
    [Collection(Neo4jServer.Collection)]
    public sealed class Reading : ReadingContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class NaturalKeys : NaturalKeyContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Pages : PageContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Filters : FilterContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Edges : EdgeContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Search : SearchContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Streams : StreamContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Commits : CommitContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Refusals : RefusalContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Feed : FeedContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Seeing : VisibilityContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Time : TimeContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Concurrency : ConcurrencyContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Durability : DurabilityContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class TwoInstances : TwoInstancesContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Arguments : ArgumentContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class Differential : DifferentialContract<Neo4jServerPlace>;

    [Collection(Neo4jServer.Collection)]
    public sealed class TwoWorlds : TwoWorldContract<Neo4jServerPlace>;
}
