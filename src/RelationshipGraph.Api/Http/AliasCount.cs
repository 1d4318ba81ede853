using GraphQLParser.AST;

namespace RelationshipGraph.Api.Http;

/// <summary>Counts the aliases of a document, wherever they stand.</summary>
internal static class AliasCount
{
    public static int Of(GraphQLDocument document)
    {
        var count = 0;
        foreach (var definition in document.Definitions)
        {
            count += definition switch
            {
                GraphQLOperationDefinition operation => Of(operation.SelectionSet),
                GraphQLFragmentDefinition fragment => Of(fragment.SelectionSet),
                _ => 0,
            };
        }

        return count;
    }

    // The parser has bounded how deep this goes.
    private static int Of(GraphQLSelectionSet? selections)
    {
        var count = 0;
        foreach (var selection in selections?.Selections ?? [])
        {
            count += selection switch
            {
                GraphQLField field => (field.Alias is null ? 0 : 1) + Of(field.SelectionSet),
                GraphQLInlineFragment inline => Of(inline.SelectionSet),
                _ => 0,
            };
        }

        return count;
    }
}
