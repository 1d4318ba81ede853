using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Tests.GraphSchema;

public sealed class Neo4jScriptTests
{
    [Fact]
    public void The_script_is_what_the_model_prints() =>
        PrintedFile.AssertIs(SchemaText.Print(), "graph-schema", "neo4j", "0001-graph.cypher");
}
