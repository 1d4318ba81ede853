namespace RelationshipGraph.Tests.Api.Graph;

public sealed class IntrospectionTests : IDisposable
{
    private readonly OpenGraph _graph = OpenGraph.InMemory();

    public void Dispose() => _graph.Dispose();

    // What graphql-js asks with all its options.
    [Fact]
    public async Task Tools_read_the_schema_by_the_current_specification()
    {
        await _graph.WithAsync();

        var answer = await _graph.AskAsync(
            """
            { __schema { description queryType { name } mutationType { name } subscriptionType { name }
                directives { name description isRepeatable locations args(includeDeprecated: true) { name } }
                types { kind name description specifiedByURL isOneOf
                  fields(includeDeprecated: true) { name description args(includeDeprecated: true) { name defaultValue }
                    type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } isDeprecated }
                  inputFields(includeDeprecated: true) { name defaultValue isDeprecated deprecationReason }
                  interfaces { name } enumValues(includeDeprecated: true) { name description } possibleTypes { name } } } }
            """);

        Assert.Equal("Query", answer.At("__schema.queryType.name").GetString());
        var change = answer.At("__schema.types").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "ChangeInput");
        Assert.True(change.GetProperty("isOneOf").GetBoolean());
    }

    [Fact]
    public async Task A_change_is_exactly_one_of_its_kinds()
    {
        await _graph.WithAsync();

        var two = await _graph.AskAsync(
            """
            mutation { applyChanges(input: { changes: [{ createContact: { name: "A" }, createCompany: { name: "B" } }] }) {
                errors { __typename } } }
            """);
        var none = await _graph.AskAsync("mutation { applyChanges(input: { changes: [{}] }) { errors { __typename } } }");
        var nothing = await _graph.AskAsync(
            "mutation ($c: [ChangeInput!]!) { applyChanges(input: { changes: $c }) { errors { __typename } } }",
            new { c = new object[] { new { createContact = (object?)null } } });

        Assert.NotEmpty(two.Errors);
        Assert.NotEmpty(none.Errors);
        Assert.NotEmpty(nothing.Errors);
    }
}
