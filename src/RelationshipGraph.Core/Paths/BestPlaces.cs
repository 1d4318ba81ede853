namespace RelationshipGraph.Paths;

/// <summary>The first places of a list in whatever order they are found: the greatest values, then the least ids.</summary>
/// <param name="max">How many are kept, 1 or more.</param>
internal sealed class BestPlaces(int max)
{
    // A binary heap with the last of them on top.
    private readonly (SecondDegreePlace Place, int Person)[] _heap = new (SecondDegreePlace, int)[max];

    public int Count { get; private set; }

    /// <summary>Nothing below this value gets in.</summary>
    public long ValueMin => Count < max ? long.MinValue : _heap[0].Place.Value;

    public bool IsFull => Count == max;

    public void Clear() => Count = 0;

    public void Offer(SecondDegreePlace place, int person)
    {
        if (Count < max)
        {
            Rise(Count++, (place, person));
        }
        else if (SecondDegreePlace.Compare(place, _heap[0].Place) < 0)
        {
            Sink((place, person));
        }
    }

    /// <summary>The places in their order, with the people's numbers.</summary>
    public (SecondDegreePlace Place, int Person)[] InOrder()
    {
        var places = _heap[..Count];
        Array.Sort(places, static (one, other) => SecondDegreePlace.Compare(one.Place, other.Place));
        return places;
    }

    private void Rise(int at, (SecondDegreePlace Place, int Person) item)
    {
        while (at > 0 && SecondDegreePlace.Compare(item.Place, _heap[(at - 1) >> 1].Place) > 0)
        {
            _heap[at] = _heap[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }

        _heap[at] = item;
    }

    // In the place of the one on top.
    private void Sink((SecondDegreePlace Place, int Person) item)
    {
        var at = 0;
        for (var below = 1; below < Count; below = (2 * at) + 1)
        {
            if (below + 1 < Count && SecondDegreePlace.Compare(_heap[below + 1].Place, _heap[below].Place) > 0)
            {
                below++;
            }

            if (SecondDegreePlace.Compare(_heap[below].Place, item.Place) <= 0)
            {
                break;
            }

            _heap[at] = _heap[below];
            at = below;
        }

        _heap[at] = item;
    }
}
