using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>Which relationships of one type, at which nodes, in which order.</summary>
/// <param name="Relationship">The type.</param>
/// <param name="Direction">Seen from the anchors.</param>
/// <param name="Anchors">At most <see cref="Limits.BatchMax"/> node ids; repeated ones are read once.</param>
public sealed record EdgeQuery(RecordKind Relationship, Direction Direction, IReadOnlyCollection<RecordId> Anchors)
{
    /// <summary>The condition on the relationship; null: all.</summary>
    public RecordFilter? Filter { get; init; }

    /// <summary>Conditions on the other end by its kind, as in <see cref="RecordFilter.Related.End"/>; null: any node.</summary>
    public ValueList<RecordFilter.EndFilter>? End { get; init; }

    /// <summary>Only relationships that count on this day; null: at any time.</summary>
    public DateOnly? AsOf { get; init; }

    public RecordOrder Order { get; init; }

    /// <summary>The place after which to begin; only with one anchor.</summary>
    public Keyset? After { get; init; }

    /// <summary>Relationships for each anchor at most, from 1 to <see cref="Limits.BatchMax"/>.</summary>
    public int RowsMax { get; init; } = Limits.PageRowsDefault;
}
