using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Architecture;
using RelationshipGraph.Tests.GraphSchema;

namespace RelationshipGraph.Tests.Api.Graph;

public sealed class SchemaTests
{
    private static readonly ModelSchema Schema = ModelSchema.Create();

    [Fact]
    public void The_printed_schema_is_the_committed_one() =>
        PrintedFile.AssertIs(Schema.Print().ReplaceLineEndings("\n").TrimEnd('\n') + "\n", "graph-schema", "schema.graphql");

    // Only of our own names is it known how they are spoken.
    [Fact]
    public void A_kind_has_its_right_article_in_every_description()
    {
        var wrong = GraphModel.Kinds
            .Select(model => ("AEIOU".Contains(model.Name[0], StringComparison.Ordinal) ? "a " : "an ") + model.Name)
            .Where(words => Regex.IsMatch(Schema.Print(), $@"\b{words}\b", RegexOptions.IgnoreCase))
            .ToList();

        Findings.AssertNone(wrong);
    }

    private static bool IsBuiltIn(IGraphType type) => type.Name is "ID" or "String" or "Int" or "Float" or "Boolean";

    [Fact]
    public void Every_type_field_argument_and_word_is_described()
    {
        var missing = new List<string>();
        foreach (var type in Schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !IsBuiltIn(t)))
        {
            Check(type.Name, type.Description);
            if (type is EnumerationGraphType words)
            {
                foreach (var word in words.Values)
                {
                    Check($"{type.Name}.{word.Name}", word.Description);
                }
            }

            foreach (var field in (type as IComplexGraphType)?.Fields ?? (IEnumerable<FieldType>)[])
            {
                Check($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? [])
                {
                    Check($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
                }
            }
        }

        Findings.AssertNone(missing);

        void Check(string name, string? description)
        {
            if (description is null || description.Length < 5 || !".:".Contains(description[^1]))
            {
                missing.Add($"{name} is described as '{description}'.");
            }
        }
    }
}
