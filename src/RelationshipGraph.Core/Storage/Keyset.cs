using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>A place in an order: the value and the id of a row. The row itself need not exist any more.</summary>
/// <param name="Value">The value of the order's property, for the name its sort key; nothing where the order is by id
/// alone.</param>
/// <param name="Id">The row's id.</param>
public readonly record struct Keyset(PropertyValue Value, RecordId Id)
{
    /// <summary>The place of a record in an order.</summary>
    public static Keyset Of(Record record, RecordOrder order)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Keyset(order.Property is null ? default : OrderValue(record, order.Property), record.Id);
    }

    /// <summary>What a record is ordered by.</summary>
    public static PropertyValue OrderValue(Record record, PropertyModel property)
    {
        var value = property.Get(record);
        return property.IsName ? PropertyValue.Of(Text.SortKey.Of(value.Text)) : value;
    }
}
