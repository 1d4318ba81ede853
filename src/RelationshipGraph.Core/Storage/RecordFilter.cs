using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>
/// A condition on a record. Two-valued: a comparison with an absent value is false, and <see cref="Not"/> makes that true.
/// </summary>
public abstract record RecordFilter
{
    private RecordFilter() { }

    /// <summary>Every term holds; true where there is none.</summary>
    public sealed record And(ValueList<RecordFilter> Terms) : RecordFilter;

    /// <summary>Some term holds; false where there is none.</summary>
    public sealed record Or(ValueList<RecordFilter> Terms) : RecordFilter;

    /// <summary>The term does not hold.</summary>
    public sealed record Not(RecordFilter Term) : RecordFilter;

    /// <summary>
    /// The property has a value and it compares so. The value has the property's stored form and is not nothing. Texts, the
    /// name among them, and codes compare by code point as they are stored. Not for lists.
    /// </summary>
    public sealed record Compare(PropertyModel Property, Comparison Comparison, PropertyValue Value) : RecordFilter;

    /// <summary>The property has a value and it is one of these; false where there are none. Not for lists.</summary>
    public sealed record In(PropertyModel Property, ValueList<PropertyValue> Values) : RecordFilter;

    /// <summary>The property has a value; a list: at least one entry.</summary>
    public sealed record Exists(PropertyModel Property) : RecordFilter;

    /// <summary>The text begins so, to the letter.</summary>
    public sealed record StartsWith(PropertyModel Property, string Beginning) : RecordFilter;

    /// <summary>The list holds the entry, given in its written form (a code's name, an id written out).</summary>
    public sealed record Has(PropertyModel Property, string Entry) : RecordFilter;

    /// <summary>The node's texts match as in text search; the words are folded and none is empty.</summary>
    public sealed record Matches(ValueList<string> Words) : RecordFilter;

    /// <summary>
    /// A condition on the node's relationships of a type, seen in a direction, of those that the viewer may see and that count
    /// as of the query's day: some (at least one meets it), none, or all (none fails it; true where there is none).
    /// </summary>
    /// <param name="Relationship">The type.</param>
    /// <param name="Direction">Seen from the node.</param>
    /// <param name="Quantifier">How many must meet it.</param>
    /// <param name="Edge">The condition on the relationship; null: any.</param>
    /// <param name="End">
    /// Conditions on the node at the other end, one for each kind that it may be; null: any node. A node of a kind that is not
    /// named does not meet it.
    /// </param>
    public sealed record Related(
        RecordKind Relationship, Direction Direction, Quantifier Quantifier, RecordFilter? Edge, ValueList<EndFilter>? End)
            : RecordFilter;

    /// <summary>The condition on an end of one kind; null: any of that kind.</summary>
    public sealed record EndFilter(RecordKind Kind, RecordFilter? Filter);
}
