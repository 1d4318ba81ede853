using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Answers from what surrounds some people, read from a store for the question, as from the whole graph.</summary>
/// <remarks>Everybody less than the given hops away is read with all hops, so that nobody so near is missing.</remarks>
public static class SurroundingBall
{
    // While others write, steps may see two states; then all is read once more.
    private const int AttemptsMax = 3;

    /// <summary>Whom contacts know.</summary>
    /// <inheritdoc cref="SecondDegreeSearch.Find(GraphView, SecondDegreeQuery, ViewScope, CancellationToken)"/>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static Task<SecondDegreeAnswer> FindAsync(
        RemoteGraph graph, SecondDegreeQuery query, ViewScope scope, CancellationToken ct) =>
        FindAsync(graph, query, scope, Limits.SurroundingRecordsMax, ct);

    /// <summary>Who is within reach.</summary>
    /// <inheritdoc cref="ReachSearch.Find(GraphView, ReachQuery, ViewScope, CancellationToken)"/>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static Task<ReachAnswer> FindAsync(
        RemoteGraph graph, ReachQuery query, ViewScope scope, CancellationToken ct) =>
        FindAsync(graph, query, scope, Limits.SurroundingRecordsMax, ct);

    /// <summary>A part of the graph to be drawn.</summary>
    /// <inheritdoc cref="MapSearch.Find(GraphView, MapQuery, ViewScope, CancellationToken)"/>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static async Task<MapAnswer> FindAsync(RemoteGraph graph, MapQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        MapSearch.Check(query);

        // Whatever joins two people who are shown lies at one of them.
        var (view, isMet) = await ReadAsync(
            graph, MapSearch.WaysOf(query) with { StrengthMin = default }, query.Around, query.HopsMax + 1, scope,
            Limits.SurroundingRecordsMax, false, null, false, ct);
        return isMet
            ? new MapAnswer.GaveUp(nameof(Limits.SurroundingRecordsMax), Limits.SurroundingRecordsMax)
            : MapSearch.Find(view, query, scope, ct);
    }

    /// <param name="recordsMax">What stands for <see cref="Limits.SurroundingRecordsMax"/>.</param>
    internal static async Task<SecondDegreeAnswer> FindAsync(
        RemoteGraph graph, SecondDegreeQuery query, ViewScope scope, long recordsMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ways = SecondDegreeSearch.WaysOf(query) with { StrengthMin = default };
        var (view, isMet) = await ReadAsync(graph, ways, [query.Of], 2, scope, recordsMax, false, query.WorksAt, false, ct);
        return isMet
            ? new SecondDegreeAnswer.GaveUp(nameof(Limits.SurroundingRecordsMax), recordsMax)
            : SecondDegreeSearch.Find(view, query, scope, ct);
    }

    /// <param name="recordsMax">What stands for <see cref="Limits.SurroundingRecordsMax"/>.</param>
    internal static async Task<ReachAnswer> FindAsync(
        RemoteGraph graph, ReachQuery query, ViewScope scope, long recordsMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var ways = ReachSearch.WaysOf(query);
        var centre = query.From is { } from ? new List<RecordId> { from } : await ReadEmployeesAsync(graph.Store, scope, ct);
        var asked = centre.Count == 0 ? ways : ways with { From = centre[0] };
        var (view, isMet) = await ReadAsync(
            graph, asked, centre, query.HopsMax, scope, recordsMax, query.From is null, null, true, ct);
        return !isMet ? ReachSearch.Find(view, query, scope, ct) : new ReachAnswer.GaveUp(
            ReachSearch.Find(view, query, scope, ct) switch
            {
                ReachAnswer.Found found => found.Layers,
                ReachAnswer.GaveUp gaveUp => gaveUp.Layers,
                _ => [],
            },
            nameof(Limits.SurroundingRecordsMax), recordsMax);
    }

    private static async Task<(GraphView View, bool IsMet)> ReadAsync(
        RemoteGraph graph, PathQuery ways, IReadOnlyList<RecordId> centre, int radius, ViewScope scope, long recordsMax,
        bool asksForAll, RecordId? company, bool countsCompanies, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(scope);
        var store = graph.Store;
        for (var attempt = 1; ; attempt++)
        {
            var contacts = await graph.ContactsOn(ways.AsOf, ct);
            var reader = new SurroundingReader(store, contacts, ways, scope, recordsMax, ct);
            await ReadEndsAsync(store, reader, centre, asksForAll, company, scope, ct);
            await GrowAsync(reader, ways, centre, radius, scope, ct);
            if (countsCompanies && !reader.IsMet)
            {
                await reader.ReadJobsAsync(reader.Found.People);
            }

            var after = await store.ReadFeedAsync(0, 1, ct);
            if (attempt == AttemptsMax || after.LastSequence == contacts.Sequence)
            {
                return (reader.Found.ToViews().Certain, reader.IsMet);
            }
        }
    }

    private static async Task ReadEndsAsync(
        IGraphStore store, SurroundingReader reader, IReadOnlyList<RecordId> centre, bool asksForAll, RecordId? company,
        ViewScope scope, CancellationToken ct)
    {
        if (asksForAll)
        {
            // Only then does it matter who no longer works here.
            await reader.ReadGoneAsync();
        }

        foreach (var batch in centre.Chunk(Limits.BatchMax))
        {
            foreach (var id in (await store.ReadAsync(batch, scope, ct)).Keys)
            {
                reader.Found.AddPerson(id);
            }
        }

        if (company is { } asked && (await store.ReadAsync([asked], scope, ct)).GetValueOrDefault(asked) is Company there)
        {
            reader.KeepStaff(asked, await reader.ReadStaffAsync(asked), there.IsSensitive);
        }
    }

    private static async Task GrowAsync(
        SurroundingReader reader, PathQuery ways, IReadOnlyList<RecordId> centre, int radius, ViewScope scope,
        CancellationToken ct)
    {
        var grown = new HashSet<RecordId>();
        for (var step = 0; step < radius && !reader.IsMet; step++)
        {
            var view = reader.Found.ToViews().Hopeful;
            var there = centre.Where(person => view.FindPerson(person) >= 0).ToList();
            var next = SurroundingDistances.Around(view, ways, scope, there, ct)
                .Where(near => near.Value.Hops < radius && grown.Add(near.Key))
                .OrderBy(near => near.Value.Cost).ThenBy(near => near.Key.Value)
                .Select(near => near.Key).ToList();
            if (next.Count == 0)
            {
                break;
            }

            await reader.GrowAsync(next, onlyEmployees: false);
        }

        await reader.FinishAsync();
    }

    private static async Task<List<RecordId>> ReadEmployeesAsync(IGraphStore store, ViewScope scope, CancellationToken ct)
    {
        var employees = new List<RecordId>();
        var query = new PageQuery(RecordKind.Employee) { RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await store.ReadPageAsync(query, scope, ct);
            employees.AddRange(page.Records.Cast<Employee>().Where(one => one.IsActive).Select(one => one.Id));
            if (!page.HasMore)
            {
                return employees;
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }
}
