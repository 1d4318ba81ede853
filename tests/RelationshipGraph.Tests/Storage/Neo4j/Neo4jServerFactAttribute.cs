namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>
/// A test that needs a real server. It is skipped where none is named, unless RELATIONSHIPGRAPH_REQUIRE_NEO4J is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Neo4jServerFactAttribute : FactAttribute
{
    public Neo4jServerFactAttribute() => Skip = Neo4jServer.WhatIsMissing;
}
