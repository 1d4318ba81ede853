using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Storage;

/// <summary>
/// The store as its port describes it and nothing else: in memory, slow, and plain enough to be seen to be right. Other stores
/// are compared with it, and tests that need a store without a file use it.
/// </summary>
/// <param name="memory">What is kept; two stores on one memory are two programs on one store.</param>
internal class ReferenceGraphStore(ReferenceMemory memory) : IGraphStore
{
    private readonly ReferenceMemory _memory = memory;

    public ReferenceGraphStore()
        : this(new ReferenceMemory())
    {
    }

    public virtual Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct)
    {
        Within(ids.Count, 0, Limits.BatchMax, nameof(ids));
        return Answer<IReadOnlyDictionary<RecordId, Record>>(
            state => ids.Distinct()
                .Where(state.Records.ContainsKey)
                .Where(id => new ReferenceView(state, scope, null).Sees(state.Records[id]))
                .ToDictionary(id => id, id => state.Records[id]),
            ct);
    }

    public virtual Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct)
    {
        Within(keys.Count, 0, Limits.BatchMax, nameof(keys));
        var asked = keys.ToHashSet();
        return Answer<IReadOnlyDictionary<NaturalKey, Record>>(
            state => state.Records.Values
                .Where(record => record.NaturalKey is { } key && asked.Contains(key))
                .Where(new ReferenceView(state, scope, null).Sees)
                .ToDictionary(record => record.NaturalKey!.Value),
            ct);
    }

    public virtual Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct)
    {
        Within(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        CheckOrder(query.Order);
        return Answer(
            state =>
            {
                var rows = Follow(Listed(state, query, scope), query.Order, query.After).ToList();
                return new Page([.. rows.Take(query.RowsMax)], rows.Count > query.RowsMax);
            },
            ct);
    }

    public virtual Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct) =>
        Answer(state => Listed(state, query, scope).LongCount(), ct);

    public virtual Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        CheckAnchors(query);
        Within(query.RowsMax, 1, Limits.BatchMax, nameof(query));
        CheckOrder(query.Order);
        if (query.After is not null && query.Anchors.Distinct().Count() != 1)
        {
            throw new ArgumentException("Only one anchor can be walked on.", nameof(query));
        }

        return Answer<IReadOnlyDictionary<RecordId, EdgePage>>(
            state => query.Anchors.Distinct().ToDictionary(
                anchor => anchor,
                anchor =>
                {
                    var rows = Follow(EdgesAt(state, anchor, query, scope), query.Order, query.After).ToList();
                    return new EdgePage([.. rows.Take(query.RowsMax)], rows.Count > query.RowsMax);
                }),
            ct);
    }

    public virtual Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(
        EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        CheckAnchors(query);
        return Answer<IReadOnlyDictionary<RecordId, long>>(
            state => query.Anchors.Distinct()
                .ToDictionary(anchor => anchor, anchor => EdgesAt(state, anchor, query, scope).LongCount()),
            ct);
    }

    public virtual Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        Within(query.RowsMax, 1, Limits.PageRowsMax, nameof(query));
        Within(query.Words.Count, 1, Limits.SearchWordsMax, nameof(query));
        return Answer(
            state =>
            {
                var view = new ReferenceView(state, scope, null);
                var matches = state.Records.Values.OfType<Node>()
                    .Where(node => query.Kinds.Contains(node.Id.Kind))
                    .Where(node => view.Sees(node) && ReferenceView.Matches(node, query.Words))
                    .ToList();
                if (matches.Count > Limits.SearchMatchesMax)
                {
                    throw new SearchTooBroadException();
                }

                var rows = matches
                    .Select(node => (Node: node, Place: PlaceOf(node, query.Words)))
                    .Where(row => query.After is not { } after || ComparePlaces(row.Place, after) > 0)
                    .OrderBy(row => row.Place, Comparer<SearchPlace>.Create(ComparePlaces))
                    .Select(row => row.Node)
                    .ToList();
                return new SearchPage([.. rows.Take(query.RowsMax)], rows.Count > query.RowsMax);
            },
            ct);
    }

    public virtual Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Within(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return Answer(
            state =>
            {
                var rows = state.OfKind(kind).Cast<Relationship>().Where(tie => tie.Id > after).Select(LinkOf).ToList();
                return new LinkBatch([.. rows.Take(rowsMax)], rows.Count > rowsMax);
            },
            ct);
    }

    public virtual Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct)
    {
        Within(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return Answer(
            state =>
            {
                var rows = state.OfKind(kind).Where(node => node.Id > after).Select(PointOf).ToList();
                return new PointBatch([.. rows.Take(rowsMax)], rows.Count > rowsMax);
            },
            ct);
    }

    public virtual Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct)
    {
        Within(rowsMax, 1, int.MaxValue, nameof(rowsMax));
        return Answer(
            state =>
            {
                var rows = state.OfKind(RecordKind.Interaction).Cast<Interaction>().Where(one => one.Id > after)
                    .Select(Act.Of).ToList();
                return new ActBatch([.. rows.Take(rowsMax)], rows.Count > rowsMax);
            },
            ct);
    }

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        Within(commit.Changes.Count, 0, Limits.CommitChangesMax, nameof(commit));
        if (commit.Changes.DistinctBy(change => change.Id).Count() != commit.Changes.Count)
        {
            throw new ArgumentException("Two changes of one record.", nameof(commit));
        }

        foreach (var change in commit.Changes)
        {
            var values = CommitJudge.RecordOf(change) is { } record
                ? GraphModel.Of(record.Id.Kind).Properties.Select(property => property.Get(record))
                : [];
            if (values.Any(value => value.Primitive == PropertyPrimitive.Text && !Normal.IsWellFormed(value.Text)))
            {
                throw new ArgumentException("A text is not well formed.", nameof(commit));
            }
        }

        return Answer(_ => _memory.Apply(commit), ct);
    }

    public Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct)
    {
        Within(entriesMax, 1, int.MaxValue, nameof(entriesMax));
        return Answer(
            state => afterSequence < state.TrimmedTo || afterSequence > state.LastSequence
                ? new FeedPage([], state.LastSequence, Reaches: false)
                : new FeedPage(
                    [.. state.Feed.Where(entry => entry.Sequence > afterSequence).Take(entriesMax)],
                    state.LastSequence,
                    Reaches: true),
            ct);
    }

    public Task TrimFeedAsync(long upToSequence, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _memory.Trim(upToSequence);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct) => Answer<IReadOnlyList<string>>(_ => [], ct);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The place of a node among the matches of a search.</summary>
    public static SearchPlace PlaceOf(Node node, IReadOnlyList<string> words)
    {
        var name = GraphModel.Of(node.Id).NameProperty?.Get(node).Text;
        return name is null
            ? new SearchPlace(false, string.Empty, node.Id)
            : new SearchPlace(SearchText.Tokens(name).SequenceEqual(words), SortKey.Of(name), node.Id);
    }

    private static IEnumerable<Record> Listed(ReferenceState state, PageQuery query, ViewScope scope)
    {
        var view = new ReferenceView(state, scope, query.AsOf);
        return state.OfKind(query.Kind).Where(record => view.Lists(record) && view.Meets(record, query.Filter));
    }

    private static IEnumerable<Relationship> EdgesAt(
        ReferenceState state, RecordId anchor, EdgeQuery query, ViewScope scope)
    {
        var view = new ReferenceView(state, scope, query.AsOf);
        return from edge in view.Edges(anchor, query.Relationship, query.Direction)
               where view.Meets(edge.Tie, query.Filter) && view.MeetsEnd(edge.End, query.End)
               select edge.Tie;
    }

    /// <summary>The records in order, from behind a place.</summary>
    private static IOrderedEnumerable<T> Follow<T>(IEnumerable<T> records, RecordOrder order, Keyset? after)
        where T : Record
    {
        var upwards = Comparer<Keyset>.Create(CompareKeysets);
        var comparer = order.Descending ? Comparer<Keyset>.Create((a, b) => CompareKeysets(b, a)) : upwards;
        return records
            .Where(record => after is not { } place || comparer.Compare(Keyset.Of(record, order), place) > 0)
            .OrderBy(record => Keyset.Of(record, order), comparer);
    }

    private static int CompareKeysets(Keyset left, Keyset right)
    {
        var byValue = ReferenceView.CompareValues(left.Value, right.Value);
        return byValue != 0 ? byValue : left.Id.CompareTo(right.Id);
    }

    private static int ComparePlaces(SearchPlace left, SearchPlace right)
    {
        var byExactness = right.IsExact.CompareTo(left.IsExact);
        var byName = string.CompareOrdinal(left.SortKey, right.SortKey);
        return byExactness != 0 ? byExactness : byName != 0 ? byName : left.Id.CompareTo(right.Id);
    }

    private static Link LinkOf(Relationship tie)
    {
        var days = CountedDays.Of(tie);
        return new Link(
            tie.Id,
            tie.FromId,
            tie.ToId,
            tie.OwnerId ?? default,
            tie.Visibility,
            days.From,
            days.Until,
            (int)PropertyValue.Of(tie.KnownSince).Integer,
            tie is Knows { DeclaredStrength: { } strength } ? strength.Value : double.NaN,
            tie is not Attended { Role: AttendanceRole.Absent });
    }

    private static Point PointOf(Record node)
    {
        var days = CountedDays.Of(node);
        return new Point(
            node.Id,
            node.OwnerId ?? default,
            node.Visibility,
            node is Network { IsSensitive: true } or Company { IsSensitive: true },
            node is not (Employee { IsActive: false } or Seat { Status: SeatStatus.Wanted or SeatStatus.Applied }),
            days.From,
            days.Until,
            (int)PropertyValue.Of(node.KnownSince).Integer);
    }

    private static void CheckAnchors(EdgeQuery query) =>
        Within(query.Anchors.Count, 0, Limits.BatchMax, nameof(query));

    private static void CheckOrder(RecordOrder order)
    {
        if (order.Property is { IsOrderable: false })
        {
            throw new ArgumentException("Not every record of the kind has the property.", nameof(order));
        }
    }

    private static void Within(int number, int min, int max, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, min, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, max, parameter);
    }

    /// <summary>One call sees one state.</summary>
    private async Task<T> Answer<T>(Func<ReferenceState, T> ask, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        return ask(_memory.State);
    }
}
