using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage;

/// <summary>The reference store keeps the contract.</summary>
public static class ReferenceGraphStoreTests
{
    public sealed class Reading : ReadingContract<ReferencePlace>;

    public sealed class NaturalKeys : NaturalKeyContract<ReferencePlace>;

    public sealed class Pages : PageContract<ReferencePlace>;

    public sealed class Filters : FilterContract<ReferencePlace>;
}
