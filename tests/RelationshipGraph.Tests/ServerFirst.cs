using RelationshipGraph.Tests.Storage.Neo4j;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("RelationshipGraph.Tests.ServerFirst", "RelationshipGraph.Tests")]

namespace RelationshipGraph.Tests;

/// <summary>
/// The tests on the one Neo4j server run one after the other and take longest: they begin first, and all others run beside them.
/// </summary>
public sealed class ServerFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(one => one.DisplayName == Neo4jServer.Collection);
}
