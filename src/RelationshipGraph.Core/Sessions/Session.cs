using System.Globalization;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Sessions;

/// <summary>One viewer's view of the graph as of a day, until a deadline. What the viewer may not see is not there.</summary>
/// <remarks>
/// For one request. Reads go through loaders, so that what a list's items need is read once for all of them. Safe for
/// concurrent use.
/// </remarks>
public sealed class Session
{
    private readonly SessionTools _tools;
    private readonly Dictionary<EdgeListQuery, Loader<RecordId, Listing>> _edges = [];
    private readonly Dictionary<EdgeListQuery, Loader<RecordId, object>> _edgeCounts = [];
    private readonly Lock _lock = new();
    private Task<GraphView>? _view;

    internal Session(SessionTools tools, Viewer viewer, ViewScope scope, DateOnly asOf, CancellationToken deadline)
    {
        _tools = tools;
        Viewer = viewer;
        Scope = scope;
        AsOf = asOf;
        Deadline = deadline;
        Records = new Loader<RecordId, Record>(ReadRecordsAsync, Limits.BatchMax);
        (Ties, Ways) = (new SessionTies(this, tools), new SessionWays(this, tools));
    }

    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; }

    /// <summary>The UTC day asked about.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The UTC day that it is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_tools.Time.GetUtcNow().UtcDateTime);

    /// <summary>Ends every read and write.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Records by id, as the viewer may read them. Time plays no part: what is over can be read by its id.</summary>
    public Loader<RecordId, Record> Records { get; }

    /// <summary>What the viewer may ask of ties.</summary>
    public SessionTies Ties { get; }

    /// <summary>What an administrator does with fits of the strength formula.</summary>
    public SessionFits Fits => new(this);

    /// <summary>What the viewer may ask of ways to several people.</summary>
    public SessionWays Ways { get; }

    internal ViewScope Scope { get; }

    internal SessionTools Tools => _tools;

    /// <summary>The same viewer on another day.</summary>
    public Session At(DateOnly asOf) => asOf == AsOf ? this : new Session(_tools, Viewer, Scope, asOf, Deadline);

    /// <summary>The same viewer on the same day, with nothing read yet.</summary>
    public Session Anew() => new(_tools, Viewer, Scope, AsOf, Deadline);

    /// <summary>A new id, for a record that a draft creates.</summary>
    public RecordId NewId(RecordKind kind) => _tools.Ids.Next(kind);

    /// <summary>Reads one page of a kind.</summary>
    /// <exception cref="RequestException">The page, the cursor, the order or the filter is not valid.</exception>
    public async Task<Listing> ListAsync(ListQuery query)
    {
        var list = Prepare(query);
        var page = await _tools.Store.ReadPageAsync(Walk(query, list), Scope, Deadline);
        return ListingOf(page.Records, page.HasMore, query.Page, list, query.Order);
    }

    /// <summary>Counts a list; the page plays no part.</summary>
    /// <exception cref="RequestException">The filter is not valid.</exception>
    public Task<long> CountAsync(ListQuery query)
    {
        FilterBounds.Check(query.Filter);
        var counted = new PageQuery(query.Kind) { Filter = query.Filter, AsOf = query.AtAnyTime ? null : AsOf };
        return _tools.Store.CountAsync(counted, Scope, Deadline);
    }

    /// <summary>Whether the list has rows before the page (walked forward) or after it (walked backward).</summary>
    public async Task<bool> HasBehindAsync(ListQuery query, Listing listing)
    {
        if (query.Page.Cursor is null)
        {
            return false;
        }

        var back = Walk(query, Prepare(query)) with { RowsMax = 1, After = null };
        if (listing.Records.Count > 0)
        {
            var nearest = query.Page.IsBackward ? listing.Records[^1] : listing.Records[0];
            back = back with { Order = back.Order.Reversed, After = Keyset.Of(nearest, back.Order) };
        }

        return (await _tools.Store.ReadPageAsync(back, Scope, Deadline)).Records.Count > 0;
    }

    /// <summary>Relationships at nodes; equal queries are read for all nodes at once.</summary>
    /// <exception cref="RequestException">The page, the order or the filter is not valid.</exception>
    public Loader<RecordId, Listing> Edges(EdgeListQuery query)
    {
        lock (_lock)
        {
            if (!_edges.TryGetValue(query, out var loader))
            {
                query.Page.Check();
                CheckOrder(query.Relationship, query.Order);
                FilterBounds.Check(query.Filter, query.End);
                loader = new(anchors => ReadEdgesAsync(query, anchors), query.Page.Cursor is null ? Limits.AnchorsMax : 1);
                _edges[query] = loader;
            }

            return loader;
        }
    }

    /// <summary>Numbers of relationships at nodes, as <see cref="long"/>; equal queries are read for all nodes at once.</summary>
    /// <exception cref="RequestException">The filter is not valid.</exception>
    public Loader<RecordId, object> EdgeCounts(EdgeListQuery query)
    {
        query = query with { Page = PageArguments.Default, Order = default };
        lock (_lock)
        {
            if (!_edgeCounts.TryGetValue(query, out var loader))
            {
                FilterBounds.Check(query.Filter, query.End);
                loader = new(anchors => CountEdgesAsync(query, anchors), Limits.AnchorsMax);
                _edgeCounts[query] = loader;
            }

            return loader;
        }
    }

    /// <summary>Whether a node's list has rows before the page (walked forward) or after it (walked backward).</summary>
    public async Task<bool> HasBehindAsync(EdgeListQuery query, RecordId anchor, Listing listing)
    {
        if (query.Page.Cursor is null)
        {
            return false;
        }

        var back = Walk(query, [anchor]) with { RowsMax = 1, After = null };
        if (listing.Records.Count > 0)
        {
            var nearest = query.Page.IsBackward ? listing.Records[^1] : listing.Records[0];
            back = back with { Order = back.Order.Reversed, After = Keyset.Of(nearest, back.Order) };
        }

        return (await _tools.Store.ReadEdgesAsync(back, Scope, Deadline))[anchor].Edges.Count > 0;
    }

    /// <summary>Finds nodes by the words of a text: exact names first, then by name.</summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="kinds">Node kinds to search; empty: all that are searched.</param>
    /// <param name="page">The part wanted; only from the beginning.</param>
    /// <exception cref="RequestException">No word, too many words, or the page is not valid.</exception>
    /// <exception cref="SearchTooBroadException">Too many matches to be shown in order.</exception>
    public async Task<SearchListing> SearchAsync(string text, IReadOnlyCollection<RecordKind> kinds, PageArguments page)
    {
        page.Check();
        if (page.IsBackward)
        {
            throw new RequestException(Problem.Of(ProblemCode.BadPage, page.Last is null ? "before" : "last"));
        }

        var words = ValueList.From(SearchText.Tokens(text));
        if (words.Count is 0 or > Limits.SearchWordsMax)
        {
            var max = Limits.SearchWordsMax.ToString(CultureInfo.InvariantCulture);
            throw new RequestException(Problem.Of(ProblemCode.SearchTooShort, "text", ("max", max)));
        }

        var searched = ValueList.From(
            GraphModel.Nodes.Where(n => n.IsSearched && (kinds.Count == 0 || kinds.Contains(n.Kind))).Select(n => n.Kind));
        var list = Cursor.ListOf($"search {string.Join(' ', words)} {string.Join(' ', searched)}");
        var query = new SearchQuery(words, searched) { After = SearchListing.Place(list, page.After), RowsMax = page.RowsMax };
        var found = searched.Count == 0
            ? new SearchPage([], false)
            : await _tools.Store.SearchAsync(query, Scope, Deadline);
        return new SearchListing([.. found.Nodes.Select(n => (Node)Masking.For(Viewer, n))], found.HasMore, words, list);
    }

    /// <summary>Records by natural key, as the viewer may read them; any other key is absent.</summary>
    /// <param name="keys">At most <see cref="Limits.BatchMax"/>.</param>
    public async Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(IReadOnlyCollection<NaturalKey> keys)
    {
        var found = await _tools.Store.FindAsync(keys, Scope, Deadline);
        return found.ToDictionary(r => r.Key, r => Masking.For(Viewer, r.Value));
    }

    /// <summary>
    /// Finds the strongest introduction paths that the viewer may know of; what was acknowledged before the call is in them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public async Task<PathAnswer> FindPathsAsync(PathQuery query) => _tools.Paths == PathMode.Surrounding
        ? await SurroundingSearch.FindAsync(_tools.Remote, query, Scope, Deadline)
        : IntroductionSearch.Find(await ViewAsync(), query, Scope, Deadline);

    /// <summary>Finds the paths with the fewest hops, and of these the strongest; discreet ties of others left out.</summary>
    /// <exception cref="ArgumentException">Nobody is named who asks, or a number is not in its range.</exception>
    public async Task<PathAnswer> FindShortestAsync(PathQuery query) => _tools.Paths == PathMode.Surrounding
        ? await ShortestSearch.FindAsync(_tools.Remote, query, Scope, Deadline)
        : ShortestSearch.Find(await ViewAsync(), query, Scope, Deadline);

    /// <summary>Finds whom a person's contacts know.</summary>
    /// <param name="query">Whose contacts, and what counts; its own page plays no part.</param>
    /// <param name="page">The part wanted; only from the beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    /// <exception cref="RequestException">The page is not valid, or its cursor of another list.</exception>
    public async Task<SecondDegreeListing> FindSecondDegreeAsync(SecondDegreeQuery query, PageArguments page)
    {
        page.Check();
        var list = SecondDegreeListing.ListOf(query);
        var placed = query with { After = SecondDegreeListing.Place(list, page.After), RowsMax = page.RowsMax };
        var answer = _tools.Paths == PathMode.Surrounding
            ? await SurroundingBall.FindAsync(_tools.Remote, placed, Scope, Deadline)
            : SecondDegreeSearch.Find(await ViewAsync(), placed, Scope, Deadline);
        return new SecondDegreeListing(answer, list);
    }

    /// <summary>Counts who is within reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public async Task<ReachAnswer> FindReachAsync(ReachQuery query) => _tools.Paths == PathMode.Surrounding
        ? await SurroundingBall.FindAsync(_tools.Remote, query, Scope, Deadline)
        : ReachSearch.Find(await ViewAsync(), query, Scope, Deadline);

    /// <summary>Does everything that the drafts ask for, or nothing.</summary>
    /// <remarks>
    /// A record that the viewer may not see is answered as if it did not exist. An update that changes no value is done without a
    /// new version. A new record belongs to the viewer's employee unless an owner, or none, is given.
    /// </remarks>
    public Task<WriteResult> WriteAsync(IReadOnlyList<Draft> drafts) => new DraftRun(this, drafts, null).RunAsync();

    /// <summary>The same for a request that may be sent again, as when its answer was lost: it is done once.</summary>
    /// <param name="drafts">What is asked; new records may have other ids each time.</param>
    /// <param name="requestId">The caller's own id for the request. Another viewer's with the same id is another request.</param>
    /// <returns>What the first one wrote, as it is now; <see cref="ProblemCode.RequestIdTaken"/> where that was something else.
    /// </returns>
    public Task<WriteResult> WriteAsync(IReadOnlyList<Draft> drafts, Guid requestId) =>
        new DraftRun(this, drafts, new Repetition(this, drafts, requestId)).RunAsync();

    /// <summary>The graph with the strengths of the day; the same for all that is asked of one session.</summary>
    internal Task<GraphView> ViewAsync()
    {
        lock (_lock)
        {
            return _view ??= _tools.Index.ViewAsync(AsOf, Deadline);
        }
    }

    /// <summary>The same, where something may have been found wrong before: then only an earlier call has done it.</summary>
    /// <param name="drafts">What is asked; where something is wrong, only their kinds and ids matter.</param>
    /// <param name="requestId">The caller's own id for the request; null: it has none.</param>
    /// <param name="problems">What is wrong.</param>
    internal async Task<WriteResult> WriteAsync(
        IReadOnlyList<Draft> drafts, Guid? requestId, IReadOnlyList<DraftProblem> problems)
    {
        var repetition = requestId is { } id ? new Repetition(this, drafts, id) : null;
        return problems.Count == 0 ? await new DraftRun(this, drafts, repetition).RunAsync()
            : repetition is not null && await repetition.FindAsync() is { } done ? done
            : new WriteResult.Refused(problems);
    }

    private async Task<IReadOnlyDictionary<RecordId, Record>> ReadRecordsAsync(IReadOnlyList<RecordId> ids)
    {
        var read = await _tools.Store.ReadAsync(ids, Scope, Deadline);
        return read.ToDictionary(r => r.Key, r => Masking.For(Viewer, r.Value));
    }

    private async Task<IReadOnlyDictionary<RecordId, Listing>> ReadEdgesAsync(
        EdgeListQuery query, IReadOnlyList<RecordId> anchors)
    {
        var read = await _tools.Store.ReadEdgesAsync(Walk(query, anchors), Scope, Deadline);
        return read.ToDictionary(
            p => p.Key,
            p => ListingOf(p.Value.Edges, p.Value.HasMore, query.Page, ListOf(query, p.Key), query.Order));
    }

    private async Task<IReadOnlyDictionary<RecordId, object>> CountEdgesAsync(
        EdgeListQuery query, IReadOnlyList<RecordId> anchors)
    {
        var read = await _tools.Store.CountEdgesAsync(Walk(query, anchors), Scope, Deadline);
        return read.ToDictionary(c => c.Key, c => (object)c.Value);
    }

    private PageQuery Walk(ListQuery query, ulong list) => new(query.Kind)
    {
        Filter = query.Filter,
        AsOf = query.AtAnyTime ? null : AsOf,
        Order = query.Page.IsBackward ? query.Order.Reversed : query.Order,
        After = PlaceOf(query.Page, list, query.Order),
        RowsMax = query.Page.RowsMax,
    };

    private EdgeQuery Walk(EdgeListQuery query, IReadOnlyList<RecordId> anchors) =>
        new(query.Relationship, query.Direction, anchors)
        {
            Filter = query.Filter,
            End = query.End,
            AsOf = query.AtAnyTime ? null : AsOf,
            Order = query.Page.IsBackward ? query.Order.Reversed : query.Order,
            After = anchors is [var anchor] ? PlaceOf(query.Page, ListOf(query, anchor), query.Order) : null,
            RowsMax = query.Page.RowsMax,
        };

    private Listing ListingOf(
        IReadOnlyList<Record> records, bool hasMore, PageArguments page, ulong list, RecordOrder order)
    {
        var seen = records.Select(r => Masking.For(Viewer, r));
        return new Listing([.. page.IsBackward ? seen.Reverse() : seen], hasMore, page, list, order);
    }

    private static ulong Prepare(ListQuery query)
    {
        query.Page.Check();
        CheckOrder(query.Kind, query.Order);
        FilterBounds.Check(query.Filter);
        return Cursor.ListOf($"{query.Kind} {OrderName(query.Order)}");
    }

    private static ulong ListOf(EdgeListQuery query, RecordId anchor) =>
        Cursor.ListOf($"{query.Relationship} {query.Direction} {anchor} {OrderName(query.Order)}");

    private static string OrderName(RecordOrder order) => $"{order.Property?.Name} {(order.Descending ? "desc" : "asc")}";

    private static Keyset? PlaceOf(PageArguments page, ulong list, RecordOrder order) => page.Cursor is null
        ? null
        : Cursor.Read(list, PrimitiveOf(order), page.Cursor, page.IsBackward ? "before" : "after");

    private static PropertyPrimitive PrimitiveOf(RecordOrder order) => order.Property?.Type switch
    {
        null => PropertyPrimitive.Nothing,
        PropertyType.Text or PropertyType.Code => PropertyPrimitive.Text,
        PropertyType.Number => PropertyPrimitive.Number,
        _ => PropertyPrimitive.Integer,
    };

    private static void CheckOrder(RecordKind kind, RecordOrder order)
    {
        if (order.Property is { } property
            && (!property.IsOrderable || GraphModel.Of(kind).Find(property.Name) != property))
        {
            throw new RequestException(Problem.Of(ProblemCode.BadOrder, "order"));
        }
    }
}
