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
}
