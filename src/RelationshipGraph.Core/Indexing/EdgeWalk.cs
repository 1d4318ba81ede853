using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Reads relationships of one type at many nodes: a few of each, then the rest of those that have more.</summary>
/// <param name="store">Where they are.</param>
/// <param name="query">Which; its anchors and its place play no part.</param>
/// <param name="scope">What may be seen.</param>
/// <param name="linksMax">When there are more than this, the walk is cut.</param>
/// <param name="ct">Ends the wait.</param>
internal sealed class EdgeWalk(IGraphStore store, EdgeQuery query, ViewScope scope, long linksMax, CancellationToken ct)
{
    // What one call may bring at most.
    private const int RowsAtOnceMax = 200_000;

    private readonly List<(RecordId Anchor, Keyset After)> _more = [];
    private readonly HashSet<RecordId> _known = [];

    /// <summary>What was read, each once, in an order that is the same for every store.</summary>
    public List<Link> Links { get; } = [];

    /// <summary>Whether something was left unread because there was too much.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the first relationships of each anchor.</summary>
    public async Task BeginAsync(IReadOnlyList<RecordId> anchors)
    {
        foreach (var batch in anchors.Chunk(Math.Clamp(RowsAtOnceMax / query.RowsMax, 1, Limits.AnchorsMax)))
        {
            if (IsTooMuch())
            {
                return;
            }

            var pages = await store.ReadEdgesAsync(query with { Anchors = batch }, scope, ct);
            foreach (var anchor in batch)
            {
                Take(anchor, pages[anchor]);
            }
        }
    }

    /// <summary>Reads on where there was more.</summary>
    /// <param name="isWanted">Whether the anchor's others are wanted.</param>
    public async Task FinishAsync(Func<RecordId, bool> isWanted)
    {
        for (var i = 0; i < _more.Count; i++)
        {
            var (anchor, after) = _more[i];
            if (!isWanted(anchor))
            {
                continue;
            }

            if (IsTooMuch())
            {
                return;
            }

            var next = query with { Anchors = [anchor], After = after, RowsMax = Limits.BatchMax };
            Take(anchor, (await store.ReadEdgesAsync(next, scope, ct))[anchor]);
        }

        _more.Clear();
    }

    private bool IsTooMuch()
    {
        IsCut |= Links.Count > linksMax;
        return IsCut;
    }

    private void Take(RecordId anchor, EdgePage page)
    {
        foreach (var edge in page.Edges)
        {
            if (_known.Add(edge.Id))
            {
                Links.Add(RecordFacts.LinkOf(edge));
            }
        }

        if (page.HasMore)
        {
            _more.Add((anchor, Keyset.Of(page.Edges[^1], query.Order)));
        }
    }
}
