using GraphQL.Types;

namespace RelationshipGraph.Api.Graph;

/// <summary>Adds to the engine's introspection what the specification has and the engine lacks.</summary>
internal static class Introspection
{
    /// <summary>Completes an initialised schema: tools ask for both of these in their standard query.</summary>
    public static void Complete(ISchema schema)
    {
        var text = schema.AllTypes["String"]!;
        ((IObjectGraphType)schema.AllTypes["__Type"]!).AddField(new FieldType
        {
            Name = "specifiedByURL",
            Description = "Where a custom scalar is specified; null where it is not.",
            ResolvedType = text,
            Resolver = new SourceField<IGraphType>(_ => null),
        });
        var args = ((IObjectGraphType)schema.AllTypes["__Directive"]!).Fields.Find("args")!;
        if (args.Arguments?.Find("includeDeprecated") is null)
        {
            args.Arguments =
            [
                new QueryArgument(schema.AllTypes["Boolean"]!)
                {
                    Name = "includeDeprecated",
                    Description = "Also arguments that should not be used any more.",
                    DefaultValue = false,
                },
            ];
        }
    }
}
