using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Search;

/// <summary>One page of what a search found.</summary>
internal sealed class SearchConnection(SearchListing listing, Session session, bool hasBefore) : IPageInfo
{
    public IReadOnlyList<SearchRow> Rows { get; } =
        [.. listing.Nodes.Select(n => new SearchRow(n, session, listing.CursorOf(n)))];

    public object HasNextPage => listing.HasMore;

    // Walked only forward, and a cursor is the place of a row that was there.
    public object HasPreviousPage => hasBefore;

    public string? StartCursor => Rows.Count == 0 ? null : Rows[0].Cursor;

    public string? EndCursor => Rows.Count == 0 ? null : Rows[^1].Cursor;
}

/// <summary>A node that was found, with its place.</summary>
internal sealed class SearchRow(Node node, Session session, string cursor) : Seen(node, session)
{
    public string Cursor { get; } = cursor;
}
