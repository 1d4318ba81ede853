using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>Finds for some people at two steps whom to ask: the contact on the strongest way there.</summary>
internal sealed class WaysToAsk(Hops hops, SearchMemory memory)
{
    /// <summary>The strongest way to each of some people, in their order; of equal ones over the contact with the least id.</summary>
    public Way[] To(ReadOnlySpan<int> people)
    {
        var (wanted, places) = (memory.InBall, memory.Reached);
        wanted.Clear(hops.View.PersonCount);
        places.Clear(hops.View.PersonCount);
        for (var i = 0; i < people.Length; i++)
        {
            wanted.Add(people[i]);
            places.Set(people[i], i);
        }

        var ways = new Way[people.Length];
        Array.Fill(ways, new Way { Cost = long.MaxValue });
        foreach (ref readonly var contact in CollectionsMarshal.AsSpan(memory.Contacts))
        {
            LookAt(contact, wanted, ways);
        }

        return ways;
    }

    // Hot: its loops run for every tie of every contact.
    private void LookAt(in Arc contact, PersonSet wanted, Way[] ways)
    {
        ref readonly var row = ref hops.View.RowOf(contact.Person);
        if (hops.CountsAll(row))
        {
            var people = row.PublicPeople;
            var bits = wanted.Bits;
            for (var i = 0; i < people.Length; i++)
            {
                if (bits.Has(people[i]))
                {
                    Take(contact, row.PublicArcs[i], ways);
                }
            }

            return;
        }

        foreach (ref readonly var arc in row.Arcs)
        {
            if (wanted.Has(arc.Person) && hops.Counts(contact.Person, arc, out _))
            {
                Take(contact, arc, ways);
            }
        }
    }

    private void Take(in Arc contact, in Arc arc, Way[] ways)
    {
        memory.Reached.TryGet(arc.Person, out var place);
        ref var way = ref ways[place];
        var cost = contact.Cost + arc.Cost;
        if (cost < way.Cost
            || (cost == way.Cost
                && hops.View.PersonId(contact.Person).Value < hops.View.PersonId(way.ToAsk.Person).Value))
        {
            way = new Way { Cost = cost, ToAsk = contact, FromAsk = arc };
        }
    }

    /// <summary>A way over one contact.</summary>
    internal struct Way
    {
        /// <summary>What both ties cost.</summary>
        public long Cost;

        /// <summary>The tie to the contact.</summary>
        public Arc ToAsk;

        /// <summary>The contact's tie.</summary>
        public Arc FromAsk;
    }
}
