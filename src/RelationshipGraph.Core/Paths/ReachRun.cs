using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>One count of who is within reach.</summary>
internal sealed class ReachRun(ReachQuery query, Hops hops, SearchMemory memory, WorkMeter meter)
{
    private readonly long _discount = HopCost.Of(query.HopDiscount);
    private readonly long _costMax = query.ScoreMin.Value > 0 ? HopCost.Of(query.ScoreMin.Value) : HopCost.None - 1;
    private readonly HashSet<int> _companies = [];

    /// <summary>Counts from one person; -1 for all employees who still work here, together.</summary>
    public List<ReachLayer> Count(int person)
    {
        var layers = new List<ReachLayer>();
        var costs = memory.Ball[0];
        costs.Clear(hops.View.PersonCount);
        List<(int Person, long Cost)> front = [.. Starts(person)];
        foreach (var (start, cost) in front)
        {
            costs.Set(start, cost);
        }

        for (var hop = 1; hop <= query.HopsMax && !meter.IsSpent; hop++)
        {
            var (next, reached) = Grow(front, hop == 1 ? 0 : _discount, costs);
            layers.Add(new ReachLayer(hop, reached.Count, reached.Sum(NewCompaniesOf)));
            front = next;
        }

        return layers;
    }

    private IEnumerable<(int Person, long Cost)> Starts(int person)
    {
        if (person >= 0)
        {
            yield return (person, 0);
            yield break;
        }

        for (var one = 0; one < hops.View.PersonCount; one++)
        {
            if (hops.View.MayStart(one) && hops.Sight.SeesPerson(one))
            {
                yield return (one, 0);
            }
        }
    }

    /// <returns>Who was reached at less cost than before, and of those who had not been reached at all.</returns>
    private (List<(int Person, long Cost)> Next, List<int> Reached) Grow(
        List<(int Person, long Cost)> front, long discount, Stamped<long> costs)
    {
        var (better, reached) = (new List<int>(), new List<int>());
        var isBetter = memory.Known;
        isBetter.Clear(hops.View.PersonCount);
        foreach (var (person, spent) in front)
        {
            if (meter.IsSpent)
            {
                break;
            }

            foreach (var (next, hop) in hops.From(person, _costMax - spent - discount))
            {
                var cost = spent + discount + hop;
                var isKnown = costs.TryGet(next, out var known);
                if (isKnown && known <= cost)
                {
                    continue;
                }

                costs.Set(next, cost);
                if (!isKnown)
                {
                    reached.Add(next);
                }

                if (!isBetter.Has(next))
                {
                    isBetter.Add(next);
                    better.Add(next);
                }
            }
        }

        return (better.ConvertAll(person =>
        {
            costs.TryGet(person, out var cost);
            return (person, cost);
        }), reached);
    }

    private int NewCompaniesOf(int person)
    {
        var count = 0;
        foreach (ref readonly var joining in hops.View.JoiningsOf(person))
        {
            if (hops.View.IsCompany(joining.Group) && !hops.View.IsSensitive(joining.Group)
                && joining.From <= hops.Day && hops.Day < joining.Until
                && hops.Sight.SeesGroup(joining.Group) && hops.Sight.See(joining.Access, person) == Seen.Open
                && _companies.Add(joining.Group))
            {
                count++;
            }
        }

        return count;
    }
}
