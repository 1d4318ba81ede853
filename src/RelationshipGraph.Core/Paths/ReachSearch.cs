using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Counts who can be reached within some hops over paths that are strong enough.</summary>
/// <remarks>
/// Hop by hop, from everybody who was reached more cheaply than before: what is found is exact, though a way with more hops may
/// be the stronger one. A discreet tie of others reaches nobody.
/// </remarks>
public static class ReachSearch
{
    /// <summary>Searches the view as the viewer sees it.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="query">From whom, and what counts.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public static ReachAnswer Find(GraphView view, ReachQuery query, ViewScope scope, CancellationToken ct) =>
        Find(view, query, scope, Limits.PathWorkMax, ct);

    /// <param name="workMax">What stands for <see cref="Limits.PathWorkMax"/>.</param>
    internal static ReachAnswer Find(GraphView view, ReachQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var ways = WaysOf(query).Checked();
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(workMax, ct);
            var hops = new Hops(view, ways, scope, memory, meter);
            var person = query.From is { } from ? PathEnds.PersonOf(from, hops) : -1;
            if (query.From is { } missing && person < 0)
            {
                return new ReachAnswer.NotFound(missing);
            }

            var layers = ValueList.From(new ReachRun(query, hops, memory, meter).Count(person));
            return meter.IsSpent
                ? new ReachAnswer.GaveUp(layers, nameof(Limits.PathWorkMax), meter.Max)
                : new ReachAnswer.Found(layers);
        }
        finally
        {
            memory.Return();
        }
    }

    // Whom to reach plays no part in what a hop is.
    internal static PathQuery WaysOf(ReachQuery query) => new(query.From ?? default, query.From, query.AsOf)
    {
        HopsMax = query.HopsMax,
        HopDiscount = query.HopDiscount,
        Through = query.Through,
        IsOpenOnly = true,
    };
}
