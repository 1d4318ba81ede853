using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>Which records of a kind, in which order, from where.</summary>
/// <param name="Kind">A node kind or a relationship type.</param>
public sealed record PageQuery(RecordKind Kind)
{
    /// <summary>The condition; null: all.</summary>
    public RecordFilter? Filter { get; init; }

    /// <summary>
    /// Only records that count on this day, and the same for relationships the filter asks about; null: at any time.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    public RecordOrder Order { get; init; }

    /// <summary>The place after which to begin; null: at the beginning.</summary>
    public Keyset? After { get; init; }

    /// <summary>Rows at most, from 1 to <see cref="Limits.BatchMax"/>.</summary>
    public int RowsMax { get; init; } = Limits.PageRowsDefault;
}
