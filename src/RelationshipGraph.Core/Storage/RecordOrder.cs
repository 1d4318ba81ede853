using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>An order of records: by a property that every record of the kind has, then by id in the same direction.</summary>
/// <param name="Property">An orderable property; the name is ordered by its sort key. Null: by id alone.</param>
/// <param name="Descending">Greatest first.</param>
public readonly record struct RecordOrder(PropertyModel? Property, bool Descending)
{
    /// <summary>By id, which is by the time they were made.</summary>
    public static RecordOrder ById => default;

    /// <summary>The same order walked the other way.</summary>
    public RecordOrder Reversed => this with { Descending = !Descending };

    // The compiler's own would write Reversed, and that one's Reversed, without end.
    public override string ToString() => $"{Property?.Name ?? "id"} {(Descending ? "descending" : "ascending")}";
}
