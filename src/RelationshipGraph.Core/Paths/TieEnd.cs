using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>One end of a search by ties: who is one tie away, the strongest tie to each, the strongest first.</summary>
internal sealed class TieEnd
{
    private readonly PersonSet _near = new();
    private readonly Stamped<long> _costs = new();
    private Arc[] _ties = new Arc[64];
    private int _count;

    /// <summary>The person.</summary>
    public int Person { get; private set; }

    /// <summary>What a tie to the other end costs; <see cref="HopCost.None"/> where there is none.</summary>
    public long Direct { get; private set; }

    /// <summary>The ties to all others.</summary>
    public ReadOnlySpan<Arc> Ties => _ties.AsSpan(0, _count);

    /// <summary>What the strongest of them costs; <see cref="HopCost.None"/> where there is none.</summary>
    public long CostMin => _count > 0 ? _ties[0].Cost : HopCost.None;

    /// <summary>How much there is to be looked at from those, told by what everyone may see.</summary>
    public long Ahead { get; private set; }

    /// <param name="person">The person.</param>
    /// <param name="other">The other end.</param>
    /// <param name="hops">The hops there are.</param>
    public void Begin(int person, int other, Hops hops)
    {
        _near.Clear(hops.View.PersonCount);
        _costs.Clear(hops.View.PersonCount);
        (Person, Direct, Ahead, _count) = (person, HopCost.None, 0, 0);
        var ties = hops.TiesOf(person);
        if (_ties.Length < ties.Length)
        {
            _ties = new Arc[2 * ties.Length];
        }

        foreach (ref readonly var tie in ties)
        {
            // In the order of their costs: a second one to the same person is no better.
            if (tie.Person == other)
            {
                Direct = Math.Min(Direct, tie.Cost);
            }
            else if (!_near.Has(tie.Person))
            {
                _near.Add(tie.Person);
                _costs.Set(tie.Person, tie.Cost);
                _ties[_count++] = tie;
                Ahead += hops.View.RowOf(tie.Person).PublicCount;
            }
        }
    }

    /// <summary>Whether a person is one tie away and not the other end.</summary>
    public bool Has(int person) => _near.Has(person);

    /// <summary>The cost of the tie to one who is.</summary>
    public long CostOf(int person)
    {
        _costs.TryGet(person, out var cost);
        return cost;
    }
}
