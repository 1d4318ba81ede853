namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>
/// A test that needs a real server. It is skipped where none is named, unless RELATIONSHIPGRAPH_REQUIRE_NEO4J is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Neo4jServerFactAttribute : FactAttribute
{
    /// <param name="alsoNeeded">A variable of the environment without which it is skipped in any case.</param>
    public Neo4jServerFactAttribute(string? alsoNeeded = null) => Skip =
        alsoNeeded is not null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(alsoNeeded))
            ? $"{alsoNeeded} is not set."
            : Neo4jServer.WhatIsMissing;
}
