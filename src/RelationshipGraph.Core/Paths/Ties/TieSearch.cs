using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Tells how well people know each other, and on what that rests.</summary>
public static class TieSearch
{
    // What working out one tie is worth, beside looking at an arc.
    private const int WorkEach = 20;

    /// <summary>Ties of pairs of people.</summary>
    /// <param name="view">The graph with its contacts by the day asked about.</param>
    /// <param name="pairs">One person and another.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <exception cref="ArgumentException">A person is paired with themselves.</exception>
    public static IReadOnlyDictionary<(RecordId Of, RecordId With), TieAnswer> Read(
        GraphView view, IReadOnlyCollection<(RecordId Of, RecordId With)> pairs, ViewScope scope)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(pairs);
        return Read(new TieReader(view, new ViewTies(view.Declared), scope), pairs);
    }

    /// <summary>A page of ties.</summary>
    /// <param name="view">The graph with its contacts by the day asked about.</param>
    /// <param name="query">Whose, and which.</param>
    /// <param name="scope">What the viewer may see; the rest is as if it were not there.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    public static TieListAnswer List(GraphView view, TieListQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(view);
        return List(view, new ViewTies(view.Declared), query, scope, Limits.PathWorkMax, ct);
    }

    /// <summary>Ties of pairs of people in a graph that is not held in memory.</summary>
    /// <exception cref="ArgumentException">A person is paired with themselves.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static async Task<IReadOnlyDictionary<(RecordId Of, RecordId With), TieAnswer>> ReadAsync(
        RemoteGraph graph, IReadOnlyCollection<(RecordId Of, RecordId With)> pairs, DateOnly day, ViewScope scope,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(pairs);
        var view = await graph.ContactsOn(day, ct);
        var declared = new ReadTies(view);
        await ReadDeclaredAsync(graph.Store, declared, [.. pairs.Select(pair => pair.Of).Distinct()], scope, ct);
        return Read(new TieReader(view, declared, scope), pairs);
    }

    /// <summary>A page of ties of a graph that is not held in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is not in its range.</exception>
    /// <exception cref="StoreException">The store did not answer.</exception>
    public static async Task<TieListAnswer> ListAsync(
        RemoteGraph graph, TieListQuery query, ViewScope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(query);
        var view = await graph.ContactsOn(query.AsOf, ct);
        var declared = new ReadTies(view);

        // Of fading ones only those who were in contact count, but what somebody declares is a part of their strength.
        List<RecordId> people = query.Of is { } of ? [of] : [.. Starting(view).Select(view.PersonId)];
        return await ReadDeclaredAsync(graph.Store, declared, people, scope, ct)
            ? List(view, declared, query, scope, Limits.PathWorkMax, ct)
            : new TieListAnswer.GaveUp(nameof(Limits.SurroundingRecordsMax), Limits.SurroundingRecordsMax);
    }

    /// <param name="workMax">What stands for <see cref="Limits.PathWorkMax"/>.</param>
    internal static TieListAnswer List(
        GraphView view, IDeclaredTies declared, TieListQuery query, ViewScope scope, long workMax, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.RowsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.RowsMax, Limits.PageRowsMax);
        var reader = new TieReader(view, declared, scope);
        if (query.Of is { } of && reader.PersonOf(of) < 0)
        {
            return new TieListAnswer.NotFound(of);
        }

        HashSet<int>? wanted = null;
        foreach (var company in query.Companies ?? [])
        {
            if (reader.StaffOf(company) is not { } staff)
            {
                return new TieListAnswer.NotFound(company);
            }

            (wanted ??= []).UnionWith(staff);
        }

        var people = query.Of is { } one ? (IEnumerable<int>)[reader.PersonOf(one)]
            : Starting(view).Where(person => reader.PersonOf(view.PersonId(person)) >= 0);
        var meter = new WorkMeter(workMax, ct);
        var found = new List<TiePlace>();
        foreach (var person in people)
        {
            foreach (var other in reader.OthersOf(person))
            {
                if ((query.Companies is null || wanted?.Contains(other) == true)
                    && (query.Kind is not { } kind || view.PersonId(other).Kind == kind))
                {
                    Take(person, other);
                }
            }

            meter.Check();
            if (meter.IsSpent)
            {
                return new TieListAnswer.GaveUp(nameof(Limits.PathWorkMax), meter.Max);
            }
        }

        return Page(reader, view, query, found);

        // Only what the viewer may know of is work: the rest must not show by it.
        void Take(int person, int other)
        {
            if (reader.Find(person, other) is { } known)
            {
                meter.Add(WorkEach);
                if (ValueOf(reader, query, known, person, other) is { } value)
                {
                    found.Add(new TiePlace(value, view.PersonId(person), view.PersonId(other)));
                }
            }
        }
    }

    private static TieListAnswer.Found Page(TieReader reader, GraphView view, TieListQuery query, List<TiePlace> found)
    {
        found.Sort(TiePlace.Compare);
        var first = query.After is { } after ? found.FindIndex(place => TiePlace.Compare(place, after) > 0) : 0;
        var page = first < 0 ? [] : found.Skip(first).Take(query.RowsMax).ToList();
        var rows = page.Select(place =>
        {
            var (person, other) = (view.FindPerson(place.Of), view.FindPerson(place.With));
            var tie = reader.Read(person, other);
            var (earlier, now, ahead) = reader.CourseOf(reader.Find(person, other)!, person, other, Fading.DaysAhead);
            return new ListedTie(
                tie, query.Order == TieListOrder.Fading ? Fading.Of(tie.Reading, earlier, now, ahead) : null, place);
        });
        return new TieListAnswer.Found(
            ValueList.From(rows), first >= 0 && first + page.Count < found.Count, found.Count);
    }

    // What the tie is ordered by; null where it is not one of those asked for.
    private static double? ValueOf(TieReader reader, TieListQuery query, KnownTie known, int person, int other)
    {
        if (query.Order == TieListOrder.Strongest)
        {
            var strength = reader.StrengthOf(known);
            return strength > 0 && strength >= query.StrengthMin.Value ? strength : null;
        }

        if (!known.HasContacts)
        {
            return null;
        }

        var (earlier, now, ahead) = reader.CourseOf(known, person, other, Fading.DaysAhead);
        var loss = Fading.LossOf(earlier, now, ahead);
        return now > 0 && now >= query.StrengthMin.Value && loss >= Fading.LossMin ? loss : null;
    }

    private static Dictionary<(RecordId Of, RecordId With), TieAnswer> Read(
        TieReader reader, IReadOnlyCollection<(RecordId Of, RecordId With)> pairs)
    {
        var answers = new Dictionary<(RecordId Of, RecordId With), TieAnswer>();
        foreach (var (of, with) in pairs)
        {
            if (of == with)
            {
                throw new ArgumentException("Nobody has a tie to themselves.", nameof(pairs));
            }

            var (person, other) = (reader.PersonOf(of), reader.PersonOf(with));
            answers[(of, with)] = person < 0 ? new TieAnswer.NotFound(of)
                : other < 0 ? new TieAnswer.NotFound(with)
                : new TieAnswer.Found(reader.Read(person, other));
        }

        return answers;
    }

    private static IEnumerable<int> Starting(GraphView view) => Enumerable.Range(0, view.PersonCount)
        .Where(person => view.MayStart(person) && view.FindPerson(view.PersonId(person)) >= 0)
        .OrderBy(person => view.PersonId(person));

    /// <returns>False where there are more than may be read.</returns>
    private static async Task<bool> ReadDeclaredAsync(
        IGraphStore store, ReadTies declared, IReadOnlyList<RecordId> people, ViewScope scope, CancellationToken ct)
    {
        var query = new EdgeQuery(RecordKind.Knows, Direction.Both, []) { RowsMax = Limits.PageRowsMax };
        var walk = new EdgeWalk(store, query, scope, Limits.SurroundingRecordsMax, ct);
        await walk.BeginAsync(people);
        await walk.FinishAsync(_ => true);
        walk.Links.ForEach(declared.Add);
        return !walk.IsCut;
    }
}
