using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Finds the strongest paths by which one person can be introduced to another.</summary>
/// <remarks>
/// Partial paths grow from the person to be reached towards the start, most hopeful first: what a path has cost, and a bound
/// for what it must still cost. The bound is never too high, so no path is passed over; and where it is exact, equal paths
/// are followed in the order in which they are told.
/// </remarks>
public static class IntroductionSearch
{
    /// <summary>Searches the view as the viewer sees it.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="query">Who, to whom, and what counts.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PathAnswer Find(GraphView view, PathQuery query, ViewScope scope, CancellationToken ct) =>
        Find(view, query, scope, Limits.PathWorkMax, ct);

    /// <param name="workMax">What stands for <see cref="Limits.PathWorkMax"/>.</param>
    internal static PathAnswer Find(GraphView view, PathQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(workMax, ct);
            var hops = new Hops(query.IsDeclaredOnly ? view.Declared : view, query.Checked(), scope, memory, meter);
            return Find(query, hops, memory, meter);
        }
        finally
        {
            memory.Return();
        }
    }

    /// <summary>
    /// What the last of the paths that are wanted costs at most; <see cref="long.MaxValue"/> where fewer are found, and where
    /// each depends on those before it.
    /// </summary>
    internal static long CostMaxOf(GraphView view, PathQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(workMax, ct);
            var paths = query.IsDiverse
                ? null
                : Run(query, new Hops(view, query, scope, memory, meter), memory, meter, out _);
            return paths?.Count == query.PathsMax ? paths[^1].Cost : long.MaxValue;
        }
        finally
        {
            memory.Return();
        }
    }

    private static PathAnswer Find(PathQuery query, Hops hops, SearchMemory memory, WorkMeter meter)
    {
        if (Run(query, hops, memory, meter, out var missing) is not { } found)
        {
            return new PathAnswer.NotFound(missing);
        }

        var paths = ValueList.From(found.Select(path => PathTelling.Of(path, query, hops)));
        return meter.IsSpent ? new PathAnswer.GaveUp(paths, nameof(Limits.PathWorkMax), meter.Max)
            : paths.Count == 0 ? new PathAnswer.NoPath()
            : new PathAnswer.Found(paths);
    }

    /// <summary>The paths that were found; null where an end is missing.</summary>
    private static IReadOnlyList<WholePath>? Run(
        PathQuery query, Hops hops, SearchMemory memory, WorkMeter meter, out RecordId missing)
    {
        if (PathEnds.Of(query, hops, meter, out missing) is not { } ends)
        {
            return null;
        }

        var choice = new PathChoice(query, hops);
        if (query.IsDiverse)
        {
            return RunOneByOne(query, ends, hops, choice, memory, meter);
        }

        var best = new BestPaths(query.PathsMax, hops.View);
        if (choice.IsFree && TieRun.Fits(query, ends, hops))
        {
            new TieRun(query, hops, memory, meter, best).Search(ends.Source, ends.Targets[0]);
        }
        else
        {
            new PathRun(query, ends.Source, hops, choice, memory, meter, best).Search(ends.Targets);
        }

        return best.All;
    }

    // Each is the strongest beside those before it.
    private static List<WholePath> RunOneByOne(
        PathQuery query, PathEnds ends, Hops hops, PathChoice choice, SearchMemory memory, WorkMeter meter)
    {
        var (one, found) = (query with { PathsMax = 1 }, new List<WholePath>());
        while (found.Count < query.PathsMax && !meter.IsSpent)
        {
            var best = new BestPaths(one.PathsMax, hops.View);
            new PathRun(one, ends.Source, hops, choice, memory, meter, best).Search(ends.Targets);
            if (best.All is not [var path, ..])
            {
                break;
            }

            found.Add(path);
            choice.Take(path);
        }

        return found;
    }
}
