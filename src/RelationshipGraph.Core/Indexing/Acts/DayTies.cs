using System.Collections.Concurrent;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>
/// The strengths of ties at the end of one day, worked out and put beside the declared ones; immutable.
/// </summary>
/// <remarks>
/// Two people who were in contact are joined by one tie for each rule of who may see it, in place of those that somebody declared
/// under that rule: what is worked out with them is never weaker.
/// </remarks>
internal sealed class DayTies
{
    // A table of ties goes on with every commit; this many of it may be of the past before it is made anew.
    private const int PastTiesMax = 1_000_000;

    private readonly StrengthModel _model;
    private readonly ActDay _acts;
    private readonly GrowingTable<Tie> _ties;
    private readonly PagedOverlay<Arc[]> _arcs;
    private readonly TieRows _rows;
    private readonly int _pairs;

    private DayTies(
        StrengthModel model, GraphView basis, ActDay acts, GrowingTable<Tie> ties, PagedOverlay<Arc[]> arcs,
        TieRows rows, int pairs)
    {
        (_model, _acts, _ties, _arcs, _rows, _pairs) = (model, acts, ties, arcs, rows, pairs);
        View = basis.On(acts, model, ties, rows);
    }

    /// <summary>The day, as days since 1970-01-01.</summary>
    public int Day => _acts.Day;

    /// <summary>The graph with what was worked out.</summary>
    public GraphView View { get; }

    /// <summary>Works out every tie.</summary>
    public static DayTies Of(GraphView basis, ActLog log, int day, StrengthModel model)
    {
        var acts = new ActDay(log, day);
        var known = new KnownTies(basis, acts);
        var pairs = new HashSet<(int A, int B)>();
        for (var strand = 0; strand < log.StrandCount; strand++)
        {
            pairs.Add((log[strand].A, log[strand].B));
        }

        var empty = new DayTies(
            model, basis, acts, new GrowingTable<Tie>(), PagedOverlay<Arc[]>.Empty, basis.Rows,
            pairs.Count);
        return pairs.Count == 0 ? empty : empty.With(basis, known, acts, pairs, [], new HashSet<int>());
    }

    /// <summary>The same after commits.</summary>
    /// <param name="basis">The graph with them.</param>
    /// <param name="log">The contacts with them.</param>
    /// <param name="changed">People who changed in the graph: themselves, their ties or memberships.</param>
    /// <param name="acted">People whose contacts changed.</param>
    public DayTies After(GraphView basis, ActLog log, IReadOnlySet<int> changed, IReadOnlySet<int> acted)
    {
        var acts = new ActDay(log, Day);
        if (log.IsEmpty || !acts.HasClocksOf(_acts) || _ties.Count > PastTiesMax + (2L * _pairs))
        {
            return Of(basis, log, Day, _model);
        }

        var known = new KnownTies(basis, acts);
        var again = new HashSet<int>(changed.Concat(acted));
        var pairs = again
            .SelectMany(person => known.ContactsOf(person).Select(other => (Math.Min(person, other), Math.Max(person, other))))
            .ToHashSet();
        return With(basis, known, acts, pairs, again, changed);
    }

    private DayTies With(
        GraphView basis, KnownTies known, ActDay acts, HashSet<(int A, int B)> pairs, HashSet<int> again,
        IReadOnlySet<int> changed)
    {
        var found = new ConcurrentBag<((int A, int B) Pair, IReadOnlyList<Tie> Ties)>();
        Parallel.ForEach(pairs, pair => found.Add((pair, TiesOf(known, basis.Access, pair))));

        // In an order of its own: the numbers of ties must not depend on which thread was faster.
        var arcs = new Dictionary<int, List<Arc>>();
        foreach (var person in again.Concat(pairs.SelectMany(pair => (int[])[pair.A, pair.B])).Distinct())
        {
            arcs.Add(person, [.. (_arcs[person] ?? []).Where(arc => !again.Contains(person) && !again.Contains(arc.Person))]);
        }

        foreach (var (_, ties) in found.OrderBy(one => one.Pair))
        {
            foreach (var tie in ties)
            {
                var (number, cost) = (_ties.Add(tie), HopCost.Of(tie.Strength));
                var isPublic = tie.Access == 0 && basis.PersonAccess(tie.A) == 0 && basis.PersonAccess(tie.B) == 0;
                arcs[tie.A].Add(Arc.Computed(cost, tie.B, number, isPublic));
                arcs[tie.B].Add(Arc.Computed(cost, tie.A, number, isPublic));
            }
        }

        var people = new Dictionary<int, PersonEntry>();
        foreach (var person in changed.Concat(arcs.Keys).Distinct())
        {
            var own = arcs.TryGetValue(person, out var list) ? list : [.. _arcs[person] ?? []];
            if (own.Count > 0 || _arcs[person] is { Length: > 0 } || changed.Contains(person))
            {
                people.Add(person, basis.EntryOf(person, own, _ties));
            }
        }

        return new DayTies(
            _model, basis, acts, _ties, _arcs.With(arcs.ToDictionary(one => one.Key, one => one.Value.ToArray())),
            _rows.With(people), _pairs);
    }

    private List<Tie> TiesOf(KnownTies known, AccessTable access, (int A, int B) pair)
    {
        var ties = new List<Tie>();
        foreach (var one in known.Of(pair.A, pair.B))
        {
            if (one is { HasOwn: true, HasContacts: true })
            {
                ties.Add(new Tie(
                    one.Knows, pair.A, pair.B, new SilentTie(_model, one.Moment).After(days: 0), int.MinValue, int.MaxValue,
                    access.NumberOf(one.Access.Visibility, one.Access.OwnerId)));
            }
        }

        return ties;
    }
}
