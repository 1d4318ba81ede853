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
            var hops = new Hops(view, query.Checked(), scope, memory, meter);
            return Find(query, hops, memory, meter);
        }
        finally
        {
            memory.Return();
        }
    }

    private static PathAnswer Find(PathQuery query, Hops hops, SearchMemory memory, WorkMeter meter)
    {
        var source = -1;
        if (query.From is { } from)
        {
            source = PersonOf(from, hops);
            if (source < 0)
            {
                return new PathAnswer.NotFound(from);
            }
        }

        var targets = TargetsOf(query.To, hops, meter);
        if (targets is null)
        {
            return new PathAnswer.NotFound(query.To);
        }

        var run = new PathRun(query, source, hops, memory, meter);
        run.Search(targets);
        var paths = ValueList.From(run.Best.Select(path => PathTelling.Of(path, query, hops)));
        return meter.IsSpent ? new PathAnswer.GaveUp(paths, nameof(Limits.PathWorkMax), meter.Max)
            : paths.Count == 0 ? new PathAnswer.NoPath()
            : new PathAnswer.Found(paths);
    }

    private static int PersonOf(RecordId id, Hops hops)
    {
        var person = hops.View.FindPerson(id);
        return person >= 0 && hops.Sight.SeesPerson(person) ? person : -1;
    }

    /// <summary>The people to be reached; null where there is no such end for the viewer.</summary>
    private static List<int>? TargetsOf(RecordId id, Hops hops, WorkMeter meter)
    {
        if (id.Kind != RecordKind.Company)
        {
            var person = PersonOf(id, hops);
            return person < 0 ? null : [person];
        }

        var company = hops.View.FindGroup(id);
        return company >= 0 && hops.Sight.SeesGroup(company) ? StaffOf(company, hops, meter) : null;
    }

    // A discreet job counts in paths, but it would tell who works there: such a person is not what is looked for. Who
    // works at a sensitive company is looked for by nobody.
    private static List<int> StaffOf(int company, Hops hops, WorkMeter meter)
    {
        var staff = new HashSet<int>();
        foreach (var member in hops.View.IsSensitive(company) ? [] : hops.View.MembersOf(company, out _))
        {
            if (member.Person >= 0 && member.From <= hops.Day && hops.Day < member.Until
                && hops.Sight.SeesPerson(member.Person)
                && hops.Sight.See(member.Access, member.Person) == Seen.Open)
            {
                staff.Add(member.Person);
            }
        }

        meter.Add(staff.Count);
        return [.. staff];
    }
}
