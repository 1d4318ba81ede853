using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>One page of records.</summary>
/// <param name="Records">In the order asked.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record Page(IReadOnlyList<Record> Records, bool HasMore);

/// <summary>One page of the relationships at a node.</summary>
/// <param name="Edges">In the order asked.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record EdgePage(IReadOnlyList<Relationship> Edges, bool HasMore)
{
    /// <summary>A node without any.</summary>
    public static EdgePage Empty { get; } = new([], false);
}
