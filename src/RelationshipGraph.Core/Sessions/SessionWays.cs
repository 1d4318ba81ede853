using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>What a viewer may ask of ways to several people, and of the part of the graph around some.</summary>
public sealed class SessionWays
{
    private readonly Session _session;
    private readonly SessionTools _tools;

    internal SessionWays(Session session, SessionTools tools) => (_session, _tools) = (session, tools);

    /// <summary>The part of the graph around some people.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public async Task<MapAnswer> FindMapAsync(MapQuery query) => _tools.Paths == PathMode.Surrounding
        ? await SurroundingBall.FindAsync(_tools.Remote, query, _session.Scope, _session.Deadline)
        : MapSearch.Find(await _session.ViewAsync(), query, _session.Scope, _session.Deadline);

    /// <summary>The best way in for each of some people; whoever is not there, or hidden, is left out.</summary>
    /// <param name="query">From whom, and what counts; its end plays no part.</param>
    /// <param name="people">The people; of more than <see cref="Limits.PathTargetsMax"/> those with the least ids.</param>
    public async Task<WaysIn> FindEachAsync(PathQuery query, IReadOnlyCollection<RecordId> people)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(people);
        var asked = people.Where(id => id != query.From).Distinct().Order().ToList();
        var ways = new List<(WayIn Way, double Score)>();
        foreach (var to in asked.Take(Limits.PathTargetsMax))
        {
            var one = query with { To = to, PathsMax = 1, Avoid = ValueList.From(query.Avoid.Where(id => id != to)) };
            var answer = await _session.FindPathsAsync(one);
            var path = answer switch
            {
                PathAnswer.Found found => found.Paths[0],
                PathAnswer.GaveUp gaveUp => gaveUp.Paths is [var first, ..] ? first : null,
                _ => null,
            };
            if (answer is not PathAnswer.NotFound)
            {
                ways.Add((new WayIn(to, path, answer is not PathAnswer.GaveUp), ScoreOf(path)));
            }
        }

        return new WaysIn(
            ValueList.From(ways.OrderByDescending(way => way.Score).ThenBy(way => way.Way.To).Select(way => way.Way)),
            asked.Count > Limits.PathTargetsMax);
    }

    /// <summary>Who works at a company on the day, of some seniorities and parts in its decisions.</summary>
    /// <param name="company">The company.</param>
    /// <param name="seniorities">One of these; empty: any.</param>
    /// <param name="roles">One of these, there or in general; empty: any.</param>
    public async Task<ValueList<RecordId>> StaffOfAsync(
        RecordId company, IReadOnlyCollection<Seniority> seniorities, IReadOnlyCollection<DecisionRole> roles)
    {
        var jobs = await JobsAtAsync([company]);
        var people = new Dictionary<RecordId, Record>();
        foreach (var batch in jobs.Select(job => job.FromId).Distinct().Chunk(Limits.BatchMax))
        {
            foreach (var (id, person) in await _tools.Store.ReadAsync(batch, _session.Scope, _session.Deadline))
            {
                people[id] = Masking.For(_session.Viewer, person);
            }
        }

        return ValueList.From(jobs
            .Where(job => people.GetValueOrDefault(job.FromId) is Person person && IsOf(person as Contact, job))
            .Select(job => job.FromId).Distinct());

        bool IsOf(Contact? contact, WorksAt job) =>
            (seniorities.Count == 0 || (contact?.Seniority is { } seniority && seniorities.Contains(seniority)))
            && (roles.Count == 0 || ((job.DecisionRole ?? contact?.DecisionRole) is { } role && roles.Contains(role)));
    }

    /// <summary>Who works at a company of a segment on the day; null where there is no such segment.</summary>
    /// <exception cref="RequestException">There are too many companies in it.</exception>
    public async Task<IReadOnlyCollection<RecordId>?> PeopleOfAsync(RecordId segment) =>
        await _session.Ties.CompaniesOfAsync(segment) is { } companies
            ? [.. (await JobsAtAsync(companies)).Select(job => job.FromId).Distinct()]
            : null;

    // Somebody who is told to work there; a sensitive company tells of nobody.
    private async Task<List<WorksAt>> JobsAtAsync(IReadOnlyCollection<RecordId> companies)
    {
        var jobs = new List<WorksAt>();
        foreach (var batch in companies.Chunk(Limits.AnchorsMax))
        {
            var there = await _tools.Store.ReadAsync(batch, _session.Scope, _session.Deadline);
            var open = there.Values.OfType<Company>().Where(company => !company.IsSensitive).Select(company => company.Id);
            var query = new EdgeQuery(RecordKind.WorksAt, Direction.Incoming, [.. open.Order()])
            {
                AsOf = _session.AsOf,
                RowsMax = Limits.BatchMax,
            };
            var pages = await _tools.Store.ReadEdgesAsync(query, _session.Scope, _session.Deadline);
            jobs.AddRange(pages.Values.SelectMany(page => page.Edges)
                .Select(edge => (WorksAt)Masking.For(_session.Viewer, edge)));
        }

        return jobs;
    }

    private static double ScoreOf(IntroductionPath? path) => path?.Score switch
    {
        PathScore.Exact(var value) => value,

        // Of a closed one only the band may show: it comes after those of which the score is told.
        PathScore.Banded(var band) => Strength.ScoreBands.FloorOf(band),
        _ => -1,
    };
}
