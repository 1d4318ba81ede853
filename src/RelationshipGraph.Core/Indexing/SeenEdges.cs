using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Reads what a viewer sees of relationships at many nodes, and the discreet ones of others, which count in
/// paths.</summary>
internal sealed class SeenEdges
{
    private readonly EdgeWalk _open;
    private readonly EdgeWalk? _discreet;

    /// <param name="store">Where they are.</param>
    /// <param name="query">Which, with a filter; its ends are the next parameter's.</param>
    /// <param name="ends">Kinds of nodes at the other end.</param>
    /// <param name="scope">What the viewer sees.</param>
    /// <param name="linksMax">When there are more than this, the reading is cut.</param>
    /// <param name="ct">Ends the wait.</param>
    public SeenEdges(
        IGraphStore store, EdgeQuery query, IReadOnlyCollection<RecordKind> ends, ViewScope scope, long linksMax,
        CancellationToken ct)
    {
        _open = new EdgeWalk(store, query with { End = SightFilters.Any(ends) }, scope, linksMax, ct);
        if (!scope.Everything)
        {
            var discreet = query with
            {
                Filter = SightFilters.Discreet(query.Relationship, query.Filter!),
                End = SightFilters.Seen(ends, scope),
            };
            _discreet = new EdgeWalk(store, discreet, ViewScope.All, linksMax, ct);
        }
    }

    /// <summary>What was read. One may be in it more than once.</summary>
    public IEnumerable<Link> Links => _discreet is null ? _open.Links : _open.Links.Concat(_discreet.Links);

    /// <summary>Whether something was left unread because there was too much.</summary>
    public bool IsCut => _open.IsCut || _discreet is { IsCut: true };

    /// <summary>Reads the first relationships of each anchor. The viewer sees the anchors.</summary>
    public Task BeginAsync(IReadOnlyList<RecordId> anchors) => anchors.Count == 0
        ? Task.CompletedTask
        : Task.WhenAll(_open.BeginAsync(anchors), _discreet?.BeginAsync(anchors) ?? Task.CompletedTask);

    /// <summary>Reads on where there was more and the rest is wanted.</summary>
    public Task FinishAsync(Func<RecordId, bool> isWanted) =>
        Task.WhenAll(_open.FinishAsync(isWanted), _discreet?.FinishAsync(isWanted) ?? Task.CompletedTask);

    /// <summary>Reads everything.</summary>
    public async Task ReadAsync(IReadOnlyList<RecordId> anchors)
    {
        await BeginAsync(anchors);
        await FinishAsync(_ => true);
    }
}
