namespace RelationshipGraph.Api.Graph;

/// <summary>Where a page lies in its list.</summary>
internal interface IPageInfo
{
    /// <summary>Whether rows follow the page; true, false, or deferred.</summary>
    object HasNextPage { get; }

    /// <summary>Whether rows come before the page; true, false, or deferred.</summary>
    object HasPreviousPage { get; }

    /// <summary>The place of the first row; null where there is none.</summary>
    string? StartCursor { get; }

    /// <summary>The place of the last row; null where there is none.</summary>
    string? EndCursor { get; }
}
