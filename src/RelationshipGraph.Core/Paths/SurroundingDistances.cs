using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>How near people are to one end of a path: hops at least, and cost at least. Never too high.</summary>
internal sealed class SurroundingDistances
{
    private readonly GraphView _view;
    private readonly Hops _hops;
    private readonly bool _endsAtEmployees;

    private SurroundingDistances(Hops hops, bool endsAtEmployees) =>
        (_view, _hops, _endsAtEmployees) = (hops.View, hops, endsAtEmployees);

    /// <summary>Everybody who is reached, with hops and cost; the discount of each hop but the first is in it.</summary>
    /// <param name="view">What has been read.</param>
    /// <param name="query">What counts as a hop.</param>
    /// <param name="scope">What the viewer sees.</param>
    /// <param name="centre">The people at the end.</param>
    /// <param name="ct">Ends the search.</param>
    public static Dictionary<RecordId, (long Hops, long Cost)> Around(
        GraphView view, PathQuery query, ViewScope scope, IReadOnlyList<RecordId> centre, CancellationToken ct)
    {
        var memory = SearchMemory.Rent();
        try
        {
            var hops = new Hops(view, query, scope, memory, new WorkMeter(long.MaxValue, ct));
            var distances = new SurroundingDistances(hops, query.From is null);
            int[] start = [.. centre.Select(view.FindPerson)];
            var far = distances.Search(start, _ => 1, 0);
            var dear = distances.Search(start, cost => cost, HopCost.Of(query.HopDiscount));
            ct.ThrowIfCancellationRequested();
            return far.ToDictionary(one => view.PersonId(one.Key), one => (one.Value, dear[one.Key]));
        }
        finally
        {
            memory.Return();
        }
    }

    // A group is entered once, by whoever comes there first: that a membership may have ended only makes a hop dearer.
    private Dictionary<int, long> Search(int[] start, Func<long, long> costOf, long discount)
    {
        var (best, done) = (new Dictionary<int, long>(), new HashSet<int>());
        var entered = new HashSet<int>();
        var queue = new PriorityQueue<int, long>();
        foreach (var person in start)
        {
            best[person] = 0;
            queue.Enqueue(person, 0);
        }

        var isStart = start.ToHashSet();
        while (queue.TryDequeue(out var person, out var spent))
        {
            if (!done.Add(person) || (_endsAtEmployees && !isStart.Contains(person) && _view.MayStart(person)))
            {
                continue;
            }

            var before = spent + (isStart.Contains(person) ? 0 : discount);
            foreach (var arc in _hops.ThroughPerson ? _view.ArcsOf(person, out _) : [])
            {
                if (_hops.Counts(person, arc, out _))
                {
                    Reach(arc.Person, before + costOf(arc.Cost));
                }
            }

            foreach (var joining in _view.JoiningsOf(person))
            {
                if (_hops.Joins(person, joining, out var group) && entered.Add(joining.Group))
                {
                    foreach (var member in _view.MembersOf(joining.Group, out _))
                    {
                        if (member.Person >= 0)
                        {
                            Reach(member.Person, before + costOf(group.Cost));
                        }
                    }
                }
            }
        }

        return best;

        void Reach(int person, long cost)
        {
            if (!best.TryGetValue(person, out var known) || cost < known)
            {
                best[person] = cost;
                queue.Enqueue(person, cost);
            }
        }
    }
}
