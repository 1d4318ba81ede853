using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Which records of a kind a caller asks for, and which part of them.</summary>
/// <param name="Kind">A node kind or a relationship type.</param>
public sealed record ListQuery(RecordKind Kind)
{
    /// <summary>The condition; null: all.</summary>
    public RecordFilter? Filter { get; init; }

    public RecordOrder Order { get; init; }

    public PageArguments Page { get; init; } = PageArguments.Default;

    /// <summary>Also what does not count on the session's day: what is over, and what is to come.</summary>
    public bool AtAnyTime { get; init; }
}
