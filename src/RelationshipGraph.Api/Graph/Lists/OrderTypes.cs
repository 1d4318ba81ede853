using GraphQL.Types;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Graph;

/// <summary>The orders that lists offer.</summary>
internal sealed class OrderTypes
{
    private readonly Dictionary<RecordKind, InputObjectGraphType> _orders = [];
    private readonly EnumerationGraphType _direction = DirectionType();

    /// <summary>The order of a list asked for; by id where none is.</summary>
    public static RecordOrder Read(IDictionary<string, object?>? given)
    {
        if (given is null)
        {
            return RecordOrder.ById;
        }

        var property = (PropertyModel)given["field"]!;
        return new RecordOrder(property.Name == "id" ? null : property, given["direction"] is true);
    }

    /// <summary>The orders of a kind.</summary>
    public InputObjectGraphType Of(RecordModel model)
    {
        if (_orders.TryGetValue(model.Kind, out var known))
        {
            return known;
        }

        var field = new EnumerationGraphType
        {
            Name = model.Name + "OrderField",
            Description = $"What a list of {model.Name} can be ordered by.",
        };
        field.Add("ID", model["id"], "In the order made.");
        foreach (var property in model.Properties.Where(p => p.IsOrderable))
        {
            field.Add(
                property.Column.ToUpperInvariant(), property,
                property.IsName ? property.Meaning + " In Danish order; accents and case alike." : property.Meaning);
        }

        var order = new InputObjectGraphType { Name = model.Name + "Order", Description = $"An order of {model.Name}." };
        order.Add("field", field.NonNull(), "What to order by.");
        order.AddField(new FieldType
        {
            Name = "direction",
            ResolvedType = _direction.NonNull(),
            Description = "Which way; ascending where left out.",
            DefaultValue = false,
        });
        return _orders[model.Kind] = order;
    }

    private static EnumerationGraphType DirectionType()
    {
        var type = new EnumerationGraphType { Name = "OrderDirection", Description = "Which way a list is ordered." };
        type.Add("ASC", false, "Least first.");
        type.Add("DESC", true, "Greatest first.");
        return type;
    }
}
