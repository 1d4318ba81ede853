using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Finds the paths with the fewest hops, and of these the strongest.</summary>
/// <remarks>
/// A discreet tie of others is in no such path: where paths end in a closed step nobody is told how many hops that is, and the
/// fewest hops would tell.
/// </remarks>
public static class ShortestSearch
{
    /// <summary>Searches the view as the viewer sees it.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="query">Who, to whom, and what counts; the person who asks must be named.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentException">Nobody is named who asks, or a number is not in its range.</exception>
    public static PathAnswer Find(GraphView view, PathQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(scope);
        var open = Open(query);
        var hopsMin = 0;
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(Limits.PathWorkMax, ct);
            var hops = new Hops(open.IsDeclaredOnly ? view.Declared : view, open, scope, memory, meter);
            var ends = PathEnds.Of(open, hops, meter, out var missing);
            if (ends is null)
            {
                return new PathAnswer.NotFound(missing);
            }

            var targets = ends.Targets.Where(target => target != ends.Source).ToList();
            var distance = HopDistance.Between(ends.Source, targets, open.HopsMax, hops, memory, meter);
            if (meter.IsSpent)
            {
                return new PathAnswer.GaveUp([], nameof(Limits.PathWorkMax), meter.Max);
            }

            if (distance == HopDistance.None)
            {
                return new PathAnswer.NoPath();
            }

            hopsMin = distance;
        }
        finally
        {
            memory.Return();
        }

        // With fewer hops there is none; where some people are avoided or one is required, it may take more.
        var answer = IntroductionSearch.Find(view, open with { HopsMax = hopsMin }, scope, ct);
        for (var hops = hopsMin + 1; hops <= open.HopsMax && answer is PathAnswer.NoPath; hops++)
        {
            answer = IntroductionSearch.Find(view, open with { HopsMax = hops }, scope, ct);
        }

        return answer;
    }

    /// <summary>The same in what surrounds the two ends.</summary>
    /// <exception cref="ArgumentException">Nobody is named who asks, or a number is not in its range.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static async Task<PathAnswer> FindAsync(RemoteGraph graph, PathQuery query, ViewScope scope, CancellationToken ct)
    {
        var open = Open(query);
        for (var hops = 1; ; hops++)
        {
            var answer = await SurroundingSearch.FindAsync(graph, open with { HopsMax = hops }, scope, ct);
            if (answer is not PathAnswer.NoPath || hops == open.HopsMax)
            {
                return answer;
            }
        }
    }

    /// <summary>The fewest hops between two people, whatever their number; -1 where nobody leads there.</summary>
    internal static int DistanceOf(GraphView view, PathQuery query, ViewScope scope, CancellationToken ct)
    {
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(long.MaxValue, ct);
            var hops = new Hops(view, Open(query), scope, memory, meter);
            return PathEnds.Of(query, hops, meter, out _) is not { } ends ? HopDistance.None
                : ends.Targets.Contains(ends.Source) ? 0
                : HopDistance.Between(ends.Source, ends.Targets, int.MaxValue, hops, memory, meter);
        }
        finally
        {
            memory.Return();
        }
    }

    private static PathQuery Open(PathQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.From is null
            ? throw new ArgumentException("A search for the fewest hops needs one who asks.", nameof(query))
            : query.Checked() with { IsOpenOnly = true };
    }
}
