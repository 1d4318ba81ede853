using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Paths;

/// <summary>A page of ties, with the session it was found in.</summary>
internal sealed class FoundTies(TieListing listing, Session session, TieText text, bool hasBefore) : IPageInfo
{
    private readonly TieListAnswer.Found? _found = listing.Answer as TieListAnswer.Found;

    public NearnessEnding Ending => listing.Answer switch
    {
        TieListAnswer.Found => NearnessEnding.Found,
        TieListAnswer.GaveUp => NearnessEnding.GaveUp,
        _ => NearnessEnding.NotFound,
    };

    public RecordId? Missing => (listing.Answer as TieListAnswer.NotFound)?.Id;

    public TieListAnswer.GaveUp? GaveUp => listing.Answer as TieListAnswer.GaveUp;

    public int? Total => _found?.Total;

    public IReadOnlyList<FoundTieRow> Rows { get; } = listing.Answer is TieListAnswer.Found found
        ? [.. found.Rows.Select(row => new FoundTieRow(row, new SeenTie(row.Tie, session, text), listing.CursorOf(row)))]
        : [];

    public object HasNextPage => _found is { HasMore: true };

    // Walked only forward, and a cursor is the place of a row that was there.
    public object HasPreviousPage => hasBefore;

    public string? StartCursor => Rows.Count == 0 ? null : Rows[0].Cursor;

    public string? EndCursor => Rows.Count == 0 ? null : Rows[^1].Cursor;
}

/// <summary>One tie of a page.</summary>
internal sealed record FoundTieRow(ListedTie Row, SeenTie Tie, string Cursor);
