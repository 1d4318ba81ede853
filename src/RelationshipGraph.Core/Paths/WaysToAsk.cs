using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>Finds for some people at two steps whom to ask: the contact on the strongest way there.</summary>
internal sealed class WaysToAsk
{
    private readonly Hops _hops;
    private readonly SearchMemory _memory;
    private readonly int[] _people;
    private readonly Way[] _ways;

    /// <param name="people">The people.</param>
    /// <param name="hops">The hops there are.</param>
    /// <param name="memory">With the contacts.</param>
    public WaysToAsk(ReadOnlySpan<int> people, Hops hops, SearchMemory memory)
    {
        (_hops, _memory, _people, _ways) = (hops, memory, people.ToArray(), new Way[people.Length]);
        _people.AsSpan().Sort();
        Array.Fill(_ways, new Way { Cost = long.MaxValue });
        memory.InBall.Clear(hops.View.PersonCount);
        foreach (var person in people)
        {
            memory.InBall.Add(person);
        }

        foreach (ref readonly var contact in CollectionsMarshal.AsSpan(memory.Contacts))
        {
            LookAt(contact);
        }
    }

    /// <summary>The strongest way to one of them; of equal ones over the contact with the least id.</summary>
    public ref readonly Way To(int person) => ref _ways[_people.AsSpan().BinarySearch(person)];

    // Hot: its loops run for every tie of every contact.
    private void LookAt(in Arc contact)
    {
        ref readonly var row = ref _hops.View.RowOf(contact.Person);
        var wanted = _memory.InBall.Bits;
        var costMin = contact.Cost;
        if (!_hops.CountsAll(row))
        {
            foreach (ref readonly var tie in _hops.TiesOf(contact.Person))
            {
                if (wanted.Has(tie.Person))
                {
                    Take(contact, tie, ref costMin);
                }
            }

            return;
        }

        // The other ends alone are near; a tie itself is far, and looked at only where it may be better than what is known.
        var people = row.PublicPeople;
        for (var i = 0; i < people.Length; i++)
        {
            if (wanted.Has(people[i]) && costMin <= To(people[i]).Cost)
            {
                Take(contact, row.PublicArcs[i], ref costMin);
            }
        }
    }

    /// <param name="contact">The tie to the contact.</param>
    /// <param name="tie">The contact's.</param>
    /// <param name="costMin">What the ways cost at least that come next; the ties are sorted.</param>
    private void Take(in Arc contact, in Arc tie, ref long costMin)
    {
        ref var way = ref _ways[_people.AsSpan().BinarySearch(tie.Person)];
        costMin = contact.Cost + tie.Cost;
        if (costMin < way.Cost || (costMin == way.Cost && IdOf(contact) < IdOf(way.ToAsk)))
        {
            way = new Way { Cost = costMin, ToAsk = contact, FromAsk = tie };
        }
    }

    private long IdOf(in Arc contact) => _hops.View.PersonId(contact.Person).Value;

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
