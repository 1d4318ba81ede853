using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace RelationshipGraph.Api.Http;

/// <summary>
/// Measures an operation before anything of it is looked at by the engine: each fragment once, so that fragments that spread
/// each other twice over cost no more time to measure than they have letters.
/// </summary>
/// <remarks>
/// A field costs one, and what lies below it as often as it has rows: the number asked for by first or last; the default where
/// it takes such a number and none was given; the ids asked for; ten for any other list of objects. Fields of introspection have
/// one row, so that the usual introspection passes. What a skip or include directive leaves out is counted: it may come in.
/// </remarks>
internal sealed class CostMeter
{
    private const int ListRows = 10;
    private const int FragmentsNestedMax = 100;

    private readonly ISchema _schema;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly Dictionary<string, (double Values, int Depth)> _measured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> _variables;
    private int _fragmentsNested;
    private bool _hangsOnVariables;

    private CostMeter(ISchema schema, GraphQLDocument document, Dictionary<string, object?> variables)
    {
        _schema = schema;
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .GroupBy(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _variables = variables;
    }

    /// <summary>What the operation may cost. A document that does not fit the schema is measured as far as it does.</summary>
    public static OperationCost Measure(
        ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, Inputs variables)
    {
        var meter = new CostMeter(schema, document, ValuesOf(operation, variables));
        IGraphType? root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var (values, depth) = meter.Measure(operation.SelectionSet, root);
        return new OperationCost(values, depth, meter._hangsOnVariables);
    }

    private static Dictionary<string, object?> ValuesOf(GraphQLOperationDefinition operation, Inputs variables)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            var name = definition.Variable.Name.StringValue;
            values[name] = variables.TryGetValue(name, out var sent) ? sent : definition.DefaultValue;
        }

        return values;
    }

    private (double Values, int Depth) Measure(GraphQLSelectionSet? selections, IGraphType? parent)
    {
        var (values, depth) = (0.0, 0);
        foreach (var selection in selections?.Selections ?? [])
        {
            var one = selection switch
            {
                GraphQLField field => Measure(field, parent),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent),
                GraphQLFragmentSpread spread => Measure(spread),
                _ => (0, 0),
            };
            values += one.Values;
            depth = Math.Max(depth, one.Depth);
        }

        return (values, depth);
    }

    private (double Values, int Depth) Measure(GraphQLFragmentSpread spread)
    {
        var name = spread.FragmentName.Name.StringValue;
        if (_measured.TryGetValue(name, out var known) || !_fragments.TryGetValue(name, out var fragment))
        {
            return known;
        }

        if (_fragmentsNested == FragmentsNestedMax)
        {
            return (0, int.MaxValue / 2);
        }

        // While it is being measured it counts as nothing: a fragment inside itself is refused by the schema's rules.
        _measured[name] = (0, 0);
        _fragmentsNested++;
        var measured = Measure(fragment.SelectionSet, TypeOf(fragment.TypeCondition));
        _fragmentsNested--;
        return _measured[name] = measured;
    }

    private (double Values, int Depth) Measure(GraphQLField field, IGraphType? parent)
    {
        if (field.SelectionSet is null)
        {
            return (1, 1);
        }

        var definition = DefinitionOf(field, parent);
        var (values, depth) = Measure(field.SelectionSet, definition?.ResolvedType?.GetNamedType());
        var rows = definition is null || IsIntrospection(field, parent) ? 1 : RowsOf(field, definition, parent!);
        return (1 + (rows * values), 1 + depth);
    }

    private FieldType? DefinitionOf(GraphQLField field, IGraphType? parent) =>
        field.Name.Value == _schema.SchemaMetaFieldType.Name ? _schema.SchemaMetaFieldType
        : field.Name.Value == _schema.TypeMetaFieldType.Name ? _schema.TypeMetaFieldType
        : (parent as IComplexGraphType)?.GetField(field.Name.Value);

    private static bool IsIntrospection(GraphQLField field, IGraphType? parent) =>
        field.Name.Value.Span.StartsWith("__") || parent?.Name.StartsWith("__", StringComparison.Ordinal) == true;

    private double RowsOf(GraphQLField field, FieldType definition, IGraphType parent)
    {
        if (Taken(definition, "first") || Taken(definition, "last"))
        {
            return NumberOf(field, "first") ?? NumberOf(field, "last") ?? Limits.PageRowsDefault;
        }

        if (!IsList(definition.ResolvedType))
        {
            return 1;
        }

        // The rows of a connection have been counted where it was asked for.
        return parent.Name.EndsWith("Connection", StringComparison.Ordinal) ? 1 : CountOf(field, "ids") ?? ListRows;
    }

    private static bool Taken(FieldType definition, string argument) => definition.Arguments?.Find(argument) is not null;

    private static bool IsList(IGraphType? type) =>
        type is ListGraphType || (type is NonNullGraphType { ResolvedType: ListGraphType });

    private double? NumberOf(GraphQLField field, string argument) => ValueOf(field, argument) switch
    {
        GraphQLIntValue literal when double.TryParse(
            literal.Value.Span, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => Math.Max(0, number),
        int number => Math.Max(0, number),
        long number => Math.Max(0, number),
        _ => null,
    };

    private double? CountOf(GraphQLField field, string argument) => ValueOf(field, argument) switch
    {
        GraphQLListValue literal => literal.Values?.Count ?? 0,
        IEnumerable<object?> list => list.Count(),
        _ => null,
    };

    /// <summary>The argument's value: a literal of the document, or what was sent for its variable.</summary>
    private object? ValueOf(GraphQLField field, string argument)
    {
        foreach (var given in field.Arguments?.Items ?? [])
        {
            if (given.Name.Value == argument)
            {
                if (given.Value is not GraphQLVariable variable)
                {
                    return given.Value;
                }

                _hangsOnVariables = true;
                return _variables.GetValueOrDefault(variable.Name.StringValue);
            }
        }

        return null;
    }

    private IGraphType? TypeOf(GraphQLTypeCondition? condition) =>
        condition is null ? null : _schema.AllTypes[condition.Type.Name.StringValue];
}
