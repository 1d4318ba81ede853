using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Paths;

/// <summary>How a search around a person ended.</summary>
internal enum NearnessEnding
{
    Found,
    GaveUp,
    NotFound,
}

/// <summary>A page of people whom contacts know, with the session it was found in.</summary>
internal sealed class FoundSecondDegree(SecondDegreeListing listing, Session session, bool hasBefore) : IPageInfo
{
    private readonly SecondDegreeAnswer.Found? _found = listing.Answer as SecondDegreeAnswer.Found;

    public NearnessEnding Ending => listing.Answer switch
    {
        SecondDegreeAnswer.Found => NearnessEnding.Found,
        SecondDegreeAnswer.GaveUp => NearnessEnding.GaveUp,
        _ => NearnessEnding.NotFound,
    };

    public RecordId? Missing => (listing.Answer as SecondDegreeAnswer.NotFound)?.Id;

    public SecondDegreeAnswer.GaveUp? GaveUp => listing.Answer as SecondDegreeAnswer.GaveUp;

    public int? Total => _found?.Total;

    public IReadOnlyList<FoundSecondDegreeRow> Rows { get; } = listing.Answer is SecondDegreeAnswer.Found found
        ? [.. found.Rows.Select(row => new FoundSecondDegreeRow(row, listing.CursorOf(row), session))]
        : [];

    /// <summary>The people of the page, read together; null where one is gone meanwhile.</summary>
    public Deferred Nodes() => Seen.ReadInOrder(session, Rows.Select(row => row.Row.Id));

    public object HasNextPage => _found is { HasMore: true };

    // Walked only forward, and a cursor is the place of a row that was there.
    public object HasPreviousPage => hasBefore;

    public string? StartCursor => Rows.Count == 0 ? null : Rows[0].Cursor;

    public string? EndCursor => Rows.Count == 0 ? null : Rows[^1].Cursor;
}

/// <summary>Somebody whom contacts know.</summary>
internal sealed record FoundSecondDegreeRow(SecondDegreeRow Row, string Cursor, Session Session);

/// <summary>A count of who is within reach.</summary>
internal sealed record FoundReach(ReachAnswer Answer)
{
    public NearnessEnding Ending => Answer switch
    {
        ReachAnswer.Found => NearnessEnding.Found,
        ReachAnswer.GaveUp => NearnessEnding.GaveUp,
        _ => NearnessEnding.NotFound,
    };

    public RecordId? Missing => (Answer as ReachAnswer.NotFound)?.Id;

    public ReachAnswer.GaveUp? GaveUp => Answer as ReachAnswer.GaveUp;

    public IReadOnlyList<ReachLayer> Layers => Answer switch
    {
        ReachAnswer.Found(var layers) => layers,
        ReachAnswer.GaveUp(var layers, _, _) => layers,
        _ => [],
    };
}
