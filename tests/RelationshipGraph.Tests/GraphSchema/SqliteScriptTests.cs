using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Tests.GraphSchema;

public sealed class SqliteScriptTests
{
    [Fact]
    public void The_script_is_what_the_model_prints() =>
        PrintedFile.AssertIs(SchemaText.Print(), "graph-schema", "sqlite", "0001-graph.sql");
}
