using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>Which nodes to find by which words.</summary>
/// <param name="Words">
/// Folded by <see cref="Text.SearchText"/>, from one to <see cref="Limits.SearchWordsMax"/>; the last also matches as a
/// beginning if it has <see cref="Limits.SearchPrefixMin"/> letters or more.
/// </param>
/// <param name="Kinds">Node kinds that are searched; a kind without searched texts has no match.</param>
public sealed record SearchQuery(ValueList<string> Words, ValueList<RecordKind> Kinds)
{
    /// <summary>The place after which to begin; null: at the best match.</summary>
    public SearchPlace? After { get; init; }

    /// <summary>Rows at most, from 1 to <see cref="Limits.PageRowsMax"/>.</summary>
    public int RowsMax { get; init; } = Limits.PageRowsDefault;
}

/// <summary>A place in the order of search results.</summary>
/// <param name="IsExact">Whether the name is exactly the words.</param>
/// <param name="SortKey">The name's sort key; empty for a node without a name.</param>
/// <param name="Id">The node.</param>
public readonly record struct SearchPlace(bool IsExact, string SortKey, RecordId Id);

/// <summary>One page of matches.</summary>
/// <param name="Nodes">Best first.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record SearchPage(IReadOnlyList<Node> Nodes, bool HasMore);
