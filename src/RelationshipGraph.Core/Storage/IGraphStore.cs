using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>The property graph as the rest of the product sees it.</summary>
/// <remarks>
/// Each promise here has a test in the contract suite, run against every store. Safe for concurrent use. A read sees every
/// commit that was acknowledged before the read began, by whatever process. Each call is consistent by itself: it sees some
/// state between two commits, never half of one; two calls may see two states. No call needs more than one round trip a batch,
/// and nothing is held open between calls. Every read takes the <see cref="ViewScope"/>: what it does not allow is as if it were
/// not there, in results, bounds, counts and order. As of a day, a record counts if its period holds on that UTC day or its
/// moment is not after it; a relationship counts only if the node at its other end does too (both ends, where it is read
/// without an anchor). Failures are <see cref="StoreException"/>s. Wrong arguments (too many ids, a bound outside its range, an
/// order by a property that is not orderable) are <see cref="ArgumentException"/>s, and a cancelled token ends a call with
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Reads records by id, nodes and relationships mixed.</summary>
    /// <param name="ids">At most <see cref="Limits.BatchMax"/>; repeated ones are read once.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="ct">Ends the wait; nothing is left behind.</param>
    /// <returns>The records that exist and may be seen; any other id is absent. Time plays no part: a past seat can be read by
    /// its id.</returns>
    Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(IReadOnlyCollection<RecordId> ids, ViewScope scope,
        CancellationToken ct);

    /// <summary>Finds records by natural key.</summary>
    /// <param name="keys">At most <see cref="Limits.BatchMax"/>; repeated ones are read once.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The records that exist and may be seen; any other key is absent.</returns>
    Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(IReadOnlyCollection<NaturalKey> keys, ViewScope scope,
        CancellationToken ct);

    /// <summary>Reads one page of a kind.</summary>
    /// <returns>
    /// At most <see cref="PageQuery.RowsMax"/> records, in the order asked, then by id in the same direction, and whether more
    /// follow. Walked by <see cref="PageQuery.After"/>, every record that is there, matches and keeps its place all the while
    /// comes exactly once, whatever is written meanwhile.
    /// </returns>
    Task<Page> ReadPageAsync(PageQuery query, ViewScope scope, CancellationToken ct);

    /// <summary>Counts the records a page query would walk over; its order, position and bound play no part.</summary>
    Task<long> CountAsync(PageQuery query, ViewScope scope, CancellationToken ct);

    /// <summary>Reads the relationships of one type at many nodes.</summary>
    /// <returns>
    /// Every anchor that was asked for, with at most <see cref="EdgeQuery.RowsMax"/> relationships each, in the order asked,
    /// and whether more follow. An anchor that does not exist, may not be seen or has none is there and empty; whether the
    /// anchor itself counts as of the day plays no part. Read in both directions, a relationship from a node to itself comes
    /// once.
    /// </returns>
    Task<IReadOnlyDictionary<RecordId, EdgePage>> ReadEdgesAsync(EdgeQuery query, ViewScope scope, CancellationToken ct);

    /// <summary>
    /// Counts what an edge query would walk over, for each anchor; zero where there is none. Its order, position and bound play
    /// no part.
    /// </summary>
    Task<IReadOnlyDictionary<RecordId, long>> CountEdgesAsync(EdgeQuery query, ViewScope scope, CancellationToken ct);

    /// <summary>Finds nodes by their texts.</summary>
    /// <returns>
    /// Those whose folded texts hold every word, in whichever of them, the last one also as a beginning. First those whose
    /// folded name is exactly the words asked for, then by the name's sort key, then by id.
    /// </returns>
    /// <exception cref="SearchTooBroadException">More than <see cref="Limits.SearchMatchesMax"/> visible nodes match.</exception>
    Task<SearchPage> SearchAsync(SearchQuery query, ViewScope scope, CancellationToken ct);

    /// <summary>
    /// Reads the links of one relationship type in the order of their ids, narrow and fast, whoever may see them; for the
    /// index.
    /// </summary>
    /// <param name="kind">The relationship type.</param>
    /// <param name="after">The last id read before; none to begin.</param>
    /// <param name="rowsMax">Rows at most, 1 or more.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<LinkBatch> ReadLinksAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct);

    /// <summary>Reads what the index needs of the nodes of one kind, in the order of their ids, whoever may see them.</summary>
    /// <param name="kind">The node kind.</param>
    /// <param name="after">The last id read before; none to begin.</param>
    /// <param name="rowsMax">Rows at most, 1 or more.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<PointBatch> ReadPointsAsync(RecordKind kind, RecordId after, int rowsMax, CancellationToken ct);

    /// <summary>Reads what the strength of ties needs of interactions, in the order of their ids, whoever may see them.</summary>
    /// <param name="after">The last id read before; none to begin.</param>
    /// <param name="rowsMax">Rows at most, 1 or more.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<ActBatch> ReadActsAsync(RecordId after, int rowsMax, CancellationToken ct);

    /// <summary>Applies the commit whole or not at all.</summary>
    /// <returns>
    /// The sequence it got; or, if any change is refused, all the refusals and nothing done: no sequence is used, and the same
    /// commit may be sent again. The id of a commit that was done changes nothing and returns the first sequence as repeated,
    /// as long as the feed keeps that entry. Once a result has been returned it survives the end of the process and of the
    /// machine.
    /// </returns>
    /// <exception cref="StoreBusyException">Another writer held the store for <see cref="Limits.WriterWait"/>. Nothing was
    /// done.</exception>
    /// <exception cref="StoreUnavailableException">The outcome is unknown. Repeating the call is safe.</exception>
    Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct);

    /// <summary>Reads what was committed after a sequence, in order, without gaps.</summary>
    /// <returns>
    /// At most <paramref name="entriesMax"/> entries (1 or more), the greatest sequence there is, and whether the feed still
    /// reaches back to what was asked; if not, there are no entries and the follower reads everything anew. A sequence that has
    /// not been given yet is not reached either: whoever has seen it followed another store.
    /// </returns>
    Task<FeedPage> ReadFeedAsync(long afterSequence, int entriesMax, CancellationToken ct);

    /// <summary>Forgets the feed up to and including a sequence; the records stay. The greatest entry is always kept.</summary>
    Task TrimFeedAsync(long upToSequence, CancellationToken ct);

    /// <summary>
    /// Looks for damage: pages, indexes, relationships without an end, keys, search texts and sort keys that do not fit their
    /// records.
    /// </summary>
    /// <returns>A sentence each, without stored values; empty where all is well.</returns>
    Task<IReadOnlyList<string>> CheckAsync(CancellationToken ct);
}
