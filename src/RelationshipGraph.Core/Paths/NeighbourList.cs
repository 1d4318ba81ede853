using System.Runtime.InteropServices;

namespace RelationshipGraph.Paths;

/// <summary>People one hop away, each with the cost of the hop.</summary>
internal sealed class NeighbourList
{
    private readonly List<(int Person, long Cost)> _list = [];
    private readonly Stamped<int> _places = new();
    private bool _isDistinct;

    public ReadOnlySpan<(int Person, long Cost)> Span => CollectionsMarshal.AsSpan(_list);

    /// <summary>Empties the list.</summary>
    /// <param name="personCount">People there are.</param>
    /// <param name="isDistinct">Whether nobody may be in it twice: then the cheapest hop stays.</param>
    public void Clear(int personCount, bool isDistinct)
    {
        _list.Clear();
        _isDistinct = isDistinct;
        if (isDistinct)
        {
            _places.Clear(personCount);
        }
    }

    public void Add(int person, long cost)
    {
        if (!_isDistinct)
        {
            _list.Add((person, cost));
        }
        else if (!_places.TryGet(person, out var place))
        {
            _places.Set(person, _list.Count);
            _list.Add((person, cost));
        }
        else if (cost < _list[place].Cost)
        {
            _list[place] = (person, cost);
        }
    }
}
