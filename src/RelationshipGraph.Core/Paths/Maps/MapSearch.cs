using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Takes the part of the graph out that lies behind an answer, small enough to be drawn.</summary>
/// <remarks>A discreet tie of others is not in it.</remarks>
public static class MapSearch
{
    /// <summary>Searches the view as the viewer sees it.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="query">Which part.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public static MapAnswer Find(GraphView view, MapQuery query, ViewScope scope, CancellationToken ct) =>
        Find(view, query, scope, Limits.PathWorkMax, ct);

    /// <param name="workMax">What stands for <see cref="Limits.PathWorkMax"/>.</param>
    internal static MapAnswer Find(GraphView view, MapQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        Check(query);
        var memory = SearchMemory.Rent();
        try
        {
            var meter = new WorkMeter(workMax, ct);
            var hops = new Hops(view, WaysOf(query), scope, memory, meter);
            var centres = new List<int>();
            foreach (var id in query.Around.Distinct())
            {
                if (PathEnds.PersonOf(id, hops) is var person and >= 0)
                {
                    centres.Add(person);
                }
                else
                {
                    return new MapAnswer.NotFound(id);
                }
            }

            var answer = new MapRun(query, hops, meter).Answer(centres);
            return meter.IsSpent ? new MapAnswer.GaveUp(nameof(Limits.PathWorkMax), meter.Max) : answer;
        }
        finally
        {
            memory.Return();
        }
    }

    /// <summary>What a hop is.</summary>
    internal static PathQuery WaysOf(MapQuery query) => new(query.Around[0], query.Around[0], query.AsOf)
    {
        HopsMax = Math.Max(1, query.HopsMax),
        StrengthMin = query.StrengthMin,
        Through = query.Through,
        IsOpenOnly = true,
    };

    internal static void Check(MapQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Around.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Around.Count, Limits.MapCentresMax);
        ArgumentOutOfRangeException.ThrowIfNegative(query.HopsMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.HopsMax, Limits.MapHopsMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PeopleMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PeopleMax, Limits.PageRowsMax);
    }
}
