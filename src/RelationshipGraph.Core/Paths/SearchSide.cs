using System.Runtime.InteropServices;
using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>What has been reached from one end of a search in both directions: all of it, and the last layer by itself.</summary>
internal sealed class SearchSide
{
    private readonly PersonSet _reached = new();
    private List<int> _last = [];
    private List<int> _next = [];

    /// <summary>People of the last layer.</summary>
    public int Count => _last.Count;

    /// <summary>How much is to be looked at for the next layer, told by what everyone may see.</summary>
    public long Ahead { get; private set; }

    public ReadOnlySpan<int> Last => CollectionsMarshal.AsSpan(_last);

    /// <summary>Begins with the people of the end itself.</summary>
    public void Begin(GraphView view, IReadOnlyList<int> people)
    {
        _reached.Clear(view.PersonCount);
        _next.Clear();
        for (var i = 0; i < people.Count; i++)
        {
            Add(people[i]);
        }

        EndLayer(view);
    }

    public bool Has(int person) => _reached.Has(person);

    /// <summary>Who has been reached, for loops that ask of many people.</summary>
    public PersonBits Bits => _reached.Bits;

    public void BeginLayer() => _next.Clear();

    /// <summary>Adds somebody to the next layer, where not reached before.</summary>
    public void Add(int person)
    {
        if (!_reached.Has(person))
        {
            _reached.Add(person);
            _next.Add(person);
        }
    }

    /// <summary>Makes the next layer the last.</summary>
    public void EndLayer(GraphView view)
    {
        (_last, _next) = (_next, _last);
        Ahead = 0;
        foreach (var person in _last)
        {
            Ahead += view.RowOf(person).PublicCount + 1;
        }
    }
}
