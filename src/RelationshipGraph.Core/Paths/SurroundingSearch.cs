using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Finds introduction paths in what surrounds the two ends, which is read from a store for the question.</summary>
/// <remarks>
/// Both ends grow together, hop by hop, until every path that may be among the strongest lies in what was read: then the same
/// search runs on it as on the whole graph, and answers the same. Whoever is dearer to reach than the last of the paths found
/// so far needs no growing. Everything that bounds the growing is made of what the viewer sees.
/// </remarks>
public static class SurroundingSearch
{
    // What is searched between two steps only saves reading: it may be worth a part of a search.
    private const long WorkBetweenMax = Limits.PathWorkMax / 10;

    // While others write, steps may see two states; then all is read once more.
    private const int AttemptsMax = 3;

    /// <summary>Searches as the viewer sees the graph.</summary>
    /// <param name="graph">Where the graph is.</param>
    /// <param name="query">Who, to whom, and what counts.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static Task<PathAnswer> FindAsync(RemoteGraph graph, PathQuery query, ViewScope scope, CancellationToken ct) =>
        FindAsync(graph, query, scope, Limits.SurroundingRecordsMax, ct);

    /// <param name="recordsMax">What stands for <see cref="Limits.SurroundingRecordsMax"/>.</param>
    internal static async Task<PathAnswer> FindAsync(
        RemoteGraph graph, PathQuery query, ViewScope scope, long recordsMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        query.Checked();
        for (var attempt = 1; ; attempt++)
        {
            var contacts = await graph.ContactsOn(query.AsOf, ct);
            var run = new Run(graph.Store, contacts, query, scope, recordsMax, ct);
            if (await run.BeginAsync() is { } missing)
            {
                return new PathAnswer.NotFound(missing);
            }

            await run.GrowAsync();
            var after = await graph.Store.ReadFeedAsync(0, 1, ct);
            if (attempt == AttemptsMax || after.LastSequence == contacts.Sequence)
            {
                return run.Answer();
            }
        }
    }

    private sealed class Run(
        IGraphStore store, GraphView contacts, PathQuery query, ViewScope scope, long recordsMax, CancellationToken ct)
    {
        private readonly SurroundingReader _reader = new(store, contacts, query, scope, recordsMax, ct);
        private readonly HashSet<RecordId> _grown = [];
        private readonly long _discount = HopCost.Of(query.HopDiscount);
        private IReadOnlyList<RecordId> _targets = [];

        // Together they hold every path: a hop begins less than one radius from the target, or ends less than the other one
        // from the source.
        private int TargetRadius => query.From is null ? query.HopsMax : (query.HopsMax + 1) / 2;

        private int SourceRadius => query.HopsMax - TargetRadius;

        /// <summary>Reads the ends.</summary>
        /// <returns>The one that is not there; null where both are.</returns>
        public async Task<RecordId?> BeginAsync()
        {
            List<RecordId> ids = query.From is { } asker ? [asker, query.To] : [query.To];
            var staff = query.To.Kind == RecordKind.Company
                ? _reader.ReadStaffAsync(query.To)
                : Task.FromResult<IReadOnlyList<Link>>([]);
            var ends = store.ReadAsync(ids, scope, ct);
            var gone = query.From is null ? _reader.ReadGoneAsync() : Task.CompletedTask;
            await Task.WhenAll(staff, ends, gone);
            var there = await ends;
            _targets = query.To.Kind == RecordKind.Company
                ? _reader.KeepStaff(query.To, await staff, Sensitivity.Of(there.GetValueOrDefault(query.To)))
                : [query.To];

            return query.From is { } from && there.GetValueOrDefault(from) is not Person ? from
                : there.GetValueOrDefault(query.To) is not (Person or Company) ? query.To
                : null;
        }

        public async Task GrowAsync()
        {
            IReadOnlyList<RecordId> sources = query.From is { } from ? [from] : [];
            foreach (var person in _targets.Concat(sources))
            {
                _reader.Found.AddPerson(person);
            }

            for (var step = 0; step < TargetRadius && !_reader.IsMet; step++)
            {
                var (certain, hopeful) = _reader.Found.ToViews();
                var costMax = step == 0
                    ? long.MaxValue
                    : IntroductionSearch.CostMaxOf(certain, query, scope, WorkBetweenMax, ct);
                var next = Next(hopeful, _targets, TargetRadius, costMax)
                    .Concat(Next(hopeful, sources, SourceRadius, costMax))
                    .ToList();
                if (next.Count == 0)
                {
                    break;
                }

                await _reader.GrowAsync(next, onlyEmployees: query.From is null && step == TargetRadius - 1);
            }

            await _reader.FinishAsync();
        }

        public PathAnswer Answer()
        {
            var answer = IntroductionSearch.Find(_reader.Found.ToViews().Certain, query, scope, ct);
            return !_reader.IsMet ? answer : new PathAnswer.GaveUp(
                answer switch
                {
                    PathAnswer.Found found => found.Paths,
                    PathAnswer.GaveUp gaveUp => gaveUp.Paths,
                    _ => [],
                },
                nameof(Limits.SurroundingRecordsMax), recordsMax);
        }

        /// <summary>Who is to grow at one end, the nearest first.</summary>
        private IEnumerable<RecordId> Next(GraphView view, IReadOnlyList<RecordId> centre, int radius, long costMax) =>
            from near in SurroundingDistances.Around(view, query, scope, centre, ct)
            where near.Value.Hops < radius
            where near.Value.Hops == 0
                || (near.Value.Cost + _discount <= costMax && (query.From is not null || !_reader.Found.MayStart(near.Key)))
            orderby near.Value.Cost, near.Key.Value
            where _grown.Add(near.Key)
            select near.Key;
    }
}
