using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>A list as a field gives it.</summary>
internal abstract class Connection(Session session, PageArguments page)
{
    private Listing? _listing;

    /// <summary>Who sees it, and as of when.</summary>
    public Session Session { get; } = session;

    public PageArguments Page { get; } = page;

    /// <summary>The page; read before the first of its parts is taken.</summary>
    public Listing Listing => _listing ?? throw new InvalidOperationException("The rows of the list were not asked for.");

    /// <summary>The list: with its rows, read together with those of other lists, if they are wanted; else at once.</summary>
    public object Take(bool withRows)
    {
        if (!withRows)
        {
            return this;
        }

        var read = Ask();
        return new Deferred(async () =>
        {
            _listing = await read();
            return this;
        });
    }

    /// <summary>The rows with their places.</summary>
    public IReadOnlyList<Row> Edges() => [.. Listing.Records.Select(r => new Row(r, this, EndOf(r)))];

    /// <summary>The nodes of the rows.</summary>
    public abstract object Nodes();

    /// <summary>How many there are.</summary>
    public abstract Deferred Total();

    /// <summary>Whether there is something on the side that the walk came from.</summary>
    public abstract Task<bool> HasBehindAsync();

    /// <summary>Asks for the page, without reading it.</summary>
    protected abstract Func<Task<Listing>> Ask();

    /// <summary>The node of a row.</summary>
    protected abstract RecordId EndOf(Record record);
}

/// <summary>Where a page of a list lies.</summary>
internal sealed class PageInfo(Connection connection) : IPageInfo
{
    private readonly bool _isBackward = connection.Page.IsBackward;
    private readonly Listing _listing = connection.Listing;

    public object HasNextPage => _isBackward ? Behind() : _listing.HasMore;

    public object HasPreviousPage => _isBackward ? _listing.HasMore : Behind();

    public string? StartCursor => _listing.Records.Count == 0 ? null : _listing.CursorOf(_listing.Records[0]);

    public string? EndCursor => _listing.Records.Count == 0 ? null : _listing.CursorOf(_listing.Records[^1]);

    private object Behind() => connection.Page.Cursor is null
        ? false
        : new Deferred(async () => await connection.HasBehindAsync());
}

/// <summary>A record with its place in a list.</summary>
internal sealed class Row(Record record, Connection connection, RecordId end) : Seen(record, connection.Session)
{
    public string Cursor() => connection.Listing.CursorOf(Record);

    /// <summary>The row itself in a list of nodes; the node at the other end in a list of relationships.</summary>
    public object? Node() => end == Record.Id ? this : Other(end);

    /// <summary>Whether a relationship starts at the node whose list this is.</summary>
    public bool IsOutgoing() => Record is Relationship relationship && relationship.ToId == end;
}
