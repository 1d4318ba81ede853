using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>Counts the hops that lead from one person to others at least: both ends grow, the smaller one first.</summary>
internal static class HopDistance
{
    /// <summary>No way within the hops allowed.</summary>
    public const int None = -1;

    /// <summary>The fewest hops from a person to any of some others.</summary>
    /// <param name="source">The person.</param>
    /// <param name="targets">The others, without that person.</param>
    /// <param name="hopsMax">More are of no use.</param>
    /// <param name="hops">The hops there are.</param>
    /// <param name="memory">To work in.</param>
    /// <param name="meter">To count the work; what is not found when it is spent counts as not there.</param>
    public static int Between(
        int source, IReadOnlyList<int> targets, int hopsMax, Hops hops, SearchMemory memory, WorkMeter meter)
    {
        var (near, far) = (memory.NearSide, memory.FarSide);
        near.Begin(hops.View, [source]);
        far.Begin(hops.View, targets);
        for (var distance = 1; distance <= hopsMax && near.Count > 0 && far.Count > 0 && !meter.IsSpent; distance++)
        {
            var (own, other) = near.Ahead <= far.Ahead ? (near, far) : (far, near);
            if (Grow(own, other, hops, meter))
            {
                return distance;
            }
        }

        return None;
    }

    /// <returns>Whether the two sides have met.</returns>
    private static bool Grow(SearchSide own, SearchSide other, Hops hops, WorkMeter meter)
    {
        own.BeginLayer();
        foreach (var person in own.Last)
        {
            if (meter.IsSpent)
            {
                return false;
            }

            if (hops.ThroughGroups ? GrowByAll(person, own, other, hops) : GrowByTies(person, own, other, hops, meter))
            {
                return true;
            }
        }

        own.EndLayer(hops.View);
        return false;
    }

    private static bool GrowByAll(int person, SearchSide own, SearchSide other, Hops hops)
    {
        foreach (var (next, _) in hops.From(person, HopCost.None - 1))
        {
            if (other.Has(next))
            {
                return true;
            }

            own.Add(next);
        }

        return false;
    }

    // Hot: once for every person reached, and its loop for every tie there.
    private static bool GrowByTies(int person, SearchSide own, SearchSide other, Hops hops, WorkMeter meter)
    {
        ref readonly var row = ref hops.View.RowOf(person);
        if (!hops.CountsAll(row))
        {
            return GrowByCounting(person, own, other, hops, meter);
        }

        var people = row.PublicPeople;
        var reached = other.Bits;
        for (var i = 0; i < people.Length; i++)
        {
            if (reached.Has(people[i]))
            {
                meter.Add(i + 1);
                return true;
            }

            own.Add(people[i]);
        }

        meter.Add(people.Length + 1);
        meter.Check();
        return false;
    }

    private static bool GrowByCounting(int person, SearchSide own, SearchSide other, Hops hops, WorkMeter meter)
    {
        var arcs = hops.View.ArcsOf(person, out var publicCount);
        var looked = 0;
        for (var i = 0; i < arcs.Length; i++)
        {
            var counts = hops.Counts(person, arcs[i], out _);

            // What everyone may see is work even where it does not count; what is hidden never is.
            looked += counts || i < publicCount ? 1 : 0;
            if (counts && other.Has(arcs[i].Person))
            {
                meter.Add(looked);
                return true;
            }

            if (counts)
            {
                own.Add(arcs[i].Person);
            }
        }

        meter.Add(looked + 1);
        meter.Check();
        return false;
    }
}
