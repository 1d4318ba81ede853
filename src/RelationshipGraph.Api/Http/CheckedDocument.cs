using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace RelationshipGraph.Api.Http;

/// <summary>A parsed document within the limits that do not depend on variables.</summary>
/// <param name="Document">Its tree; never changed.</param>
/// <param name="Length">Characters of its text.</param>
internal sealed record CheckedDocument(GraphQLDocument Document, int Length)
{
    private readonly ConcurrentDictionary<GraphQLOperationDefinition, OperationCost> _fixedCosts = new();

    /// <summary>Whether the schema's rules have passed it. Only then it is kept.</summary>
    public bool IsValid { get; init; }

    /// <summary>The operation of that name; the only one where none is named; null where that is not one.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
    {
        GraphQLOperationDefinition? found = null;
        foreach (var definition in Document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation && (name is null || operation.Name?.Value == name))
            {
                if (found is not null)
                {
                    return null;
                }

                found = operation;
            }
        }

        return found;
    }

    /// <summary>What the operation may cost; measured anew only where it hangs on variables.</summary>
    public OperationCost CostOf(ISchema schema, GraphQLOperationDefinition operation, Inputs variables)
    {
        if (_fixedCosts.TryGetValue(operation, out var known))
        {
            return known;
        }

        var cost = CostMeter.Measure(schema, Document, operation, variables);
        if (!cost.HangsOnVariables)
        {
            _fixedCosts.TryAdd(operation, cost);
        }

        return cost;
    }
}
