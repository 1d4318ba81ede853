using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Which relationships at a node a caller asks for, and which part of them. Equal queries are read together.</summary>
/// <param name="Relationship">The type.</param>
/// <param name="Direction">Seen from the node.</param>
public sealed record EdgeListQuery(RecordKind Relationship, Direction Direction)
{
    /// <summary>The condition on the relationship; null: all.</summary>
    public RecordFilter? Filter { get; init; }

    /// <summary>Conditions on the other end by its kind; null: any node.</summary>
    public ValueList<RecordFilter.EndFilter>? End { get; init; }

    public RecordOrder Order { get; init; }

    public PageArguments Page { get; init; } = PageArguments.Default;

    /// <summary>Also what does not count on the session's day: what is over, and what is to come.</summary>
    public bool AtAnyTime { get; init; }
}
