using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage;

/// <summary>The reference store keeps the contract.</summary>
public static class ReferenceGraphStoreTests
{
    public sealed class Reading : ReadingContract<ReferencePlace>;

    public sealed class NaturalKeys : NaturalKeyContract<ReferencePlace>;

    public sealed class Pages : PageContract<ReferencePlace>;

    public sealed class Filters : FilterContract<ReferencePlace>;

    public sealed class Edges : EdgeContract<ReferencePlace>;

    public sealed class Search : SearchContract<ReferencePlace>;

    public sealed class Streams : StreamContract<ReferencePlace>;

    public sealed class Commits : CommitContract<ReferencePlace>;

    public sealed class Refusals : RefusalContract<ReferencePlace>;

    public sealed class Feed : FeedContract<ReferencePlace>;

    public sealed class Seeing : VisibilityContract<ReferencePlace>;

    public sealed class Time : TimeContract<ReferencePlace>;

    public sealed class Concurrency : ConcurrencyContract<ReferencePlace>;

    public sealed class Durability : DurabilityContract<ReferencePlace>;

    public sealed class TwoInstances : TwoInstancesContract<ReferencePlace>;

    public sealed class Arguments : ArgumentContract<ReferencePlace>;

    public sealed class Differential : DifferentialContract<ReferencePlace>;

    public sealed class TwoWorlds : TwoWorldContract<ReferencePlace>;
}
