using GraphQL.Types;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>The input types of filters. The same words everywhere; <see cref="FilterReading"/> reads them.</summary>
internal sealed class FilterTypes(GraphTypes types)
{
    private readonly Dictionary<string, InputObjectGraphType> _made = [];

    /// <summary>The filter of a kind, without the other end of a relationship.</summary>
    public InputObjectGraphType Of(RecordModel model) => Make(
        model.Name + "Filter",
        $"A condition on {model.Name}. Everything given must hold; nothing given: all.",
        filter => FillRecord(filter, model, Of(model)));

    /// <summary>The filter of a list of relationships: on the relationship itself and on the node at the other end.</summary>
    public InputObjectGraphType Of(EdgeSide side) => Make(
        side.TypeName + "EdgeFilter",
        $"A condition on {side.Relationship.Name} and on the node at the other end. Everything given must hold; nothing given: "
            + "all.",
        filter =>
        {
            FillRecord(filter, side.Relationship, Of(side.Relationship));
            filter.Add("node", EndOf(side.EndKinds), "The condition on the node at the other end.");
        });

    private void FillRecord(InputObjectGraphType filter, RecordModel model, InputObjectGraphType term)
    {
        filter.Add("and", term.OptionalListOf(), "Every one of these holds.");
        filter.Add("or", term.OptionalListOf(), "At least one of these holds; an empty list: none does.");
        filter.Add("not", term, "This does not hold.");
        if (model.IsSearched)
        {
            filter.Add("matches", types.Text, "The words that the texts hold, as in search; the last one may be a beginning.");
        }

        foreach (var (name, field) in FilterField.Of(model))
        {
            if (field.Property is { } property)
            {
                filter.Add(name, OperatorsOf(property), property.Meaning);
            }
            else if (field.Side is { } side)
            {
                filter.Add(name, RelatedOf(side), side.Relationship.Meaning);
            }
        }
    }

    private InputObjectGraphType RelatedOf(EdgeSide side) => Make(
        side.TypeName + "RelatedFilter",
        $"A condition on a node's {side.Relationship.Name}, of those that the viewer may see and that hold on the list's day.",
        filter =>
        {
            filter.Add("some", Of(side), "At least one meets it.");
            filter.Add("none", Of(side), "No one meets it.");
            filter.Add("all", Of(side), "Every one meets it; also where there is none.");
        });

    private InputObjectGraphType EndOf(IReadOnlyList<RecordKind> kinds) => kinds is [var only]
        ? Of(GraphModel.Of(only))
        : Make(
            GraphTypes.NameOf(kinds) + "Filter",
            $"A condition on a node that is one of: {string.Join(", ", kinds)}. Each kind may have its own; a node of a kind "
                + "that is not given does not meet it; nothing given: any node.",
            filter =>
            {
                foreach (var kind in kinds)
                {
                    filter.Add(CodeNames.Camel(kind.ToString()), Of(GraphModel.Of(kind)), GraphModel.Of(kind).Meaning);
                }
            });

    private InputObjectGraphType OperatorsOf(PropertyModel property)
    {
        var scalar = types.ScalarOf(property);
        return property.IsList
            ? Make(scalar.Name + "ListFilter", $"A condition on a list of {scalar.Name}.", filter =>
            {
                filter.Add(Operator.Has, scalar, "The list holds this entry.");
                filter.Add(Operator.HasSome, scalar.OptionalListOf(), "The list holds at least one of these entries.");
                filter.Add(Operator.Exists, types.Boolean, "Whether the list has an entry.");
            })
            : Make(scalar.Name + "Filter", $"A condition on a value of {scalar.Name}.", filter => FillSingle(filter, scalar));
    }

    private void FillSingle(InputObjectGraphType filter, ScalarGraphType scalar)
    {
        filter.Add(Operator.Equal, scalar, "There is a value and it is this one.");
        filter.Add(Operator.NotEqual, scalar, "It is not this value; also where there is none.");
        if (scalar != types.Boolean)
        {
            filter.Add(Operator.In, scalar.OptionalListOf(), "There is a value and it is one of these.");
        }

        if (scalar != types.Id && scalar != types.Boolean && scalar is not EnumerationGraphType)
        {
            filter.Add(Operator.Greater, scalar, "There is a value and it is greater.");
            filter.Add(Operator.GreaterOrEqual, scalar, "There is a value and it is this one or greater.");
            filter.Add(Operator.Less, scalar, "There is a value and it is less.");
            filter.Add(Operator.LessOrEqual, scalar, "There is a value and it is this one or less.");
        }

        if (scalar == types.Text)
        {
            filter.Add(Operator.StartsWith, scalar, "The text begins so, to the letter. For words whatever their case: matches.");
        }

        filter.Add(Operator.Exists, types.Boolean, "Whether there is a value.");
    }

    private InputObjectGraphType Make(string name, string description, Action<InputObjectGraphType> fill)
    {
        if (!_made.TryGetValue(name, out var type))
        {
            _made[name] = type = new InputObjectGraphType { Name = name, Description = description };
            fill(type);
        }

        return type;
    }
}
