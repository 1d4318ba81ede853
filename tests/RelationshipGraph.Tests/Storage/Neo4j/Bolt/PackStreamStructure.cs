namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

/// <summary>A value that is neither plain, list nor map, such as a date: kept as it came.</summary>
internal sealed record PackStreamStructure(byte Tag, IReadOnlyList<object?> Fields);
