namespace RelationshipGraph.Tests.GraphSchema;

public sealed class ModelTextTests
{
    [Fact]
    public void The_page_is_what_the_model_prints() => PrintedFile.AssertIs(ModelText.Print(), "graph-schema", "model.md");
}
