namespace RelationshipGraph.Paths;

/// <summary>Partial paths by the number they are kept under, the most hopeful first.</summary>
/// <param name="precedes">Which of two comes first that hope for the same.</param>
internal sealed class PathQueue(Func<int, int, bool> precedes)
{
    private const int KeepMax = 1 << 17;

    // A binary heap.
    private (long Hope, int Path)[] _queue = new (long, int)[256];

    public int Count { get; private set; }

    /// <summary>The least hoped for; only of a queue that is not empty.</summary>
    public long Hope => _queue[0].Hope;

    public void Clear()
    {
        Count = 0;
        if (_queue.Length > KeepMax)
        {
            _queue = new (long, int)[256];
        }
    }

    public void Add(long hope, int path)
    {
        if (Count == _queue.Length)
        {
            Array.Resize(ref _queue, 2 * Count);
        }

        var item = (hope, path);
        var at = Count++;
        while (at > 0)
        {
            var above = (at - 1) >> 1;
            if (!Precedes(item, _queue[above]))
            {
                break;
            }

            _queue[at] = _queue[above];
            at = above;
        }

        _queue[at] = item;
    }

    public bool TryTake(out int path, out long hope)
    {
        (hope, path) = _queue[0];
        if (Count == 0)
        {
            return false;
        }

        Sink(_queue[--Count]);
        return true;
    }

    private void Sink((long Hope, int Path) item)
    {
        var at = 0;
        while (true)
        {
            var below = (2 * at) + 1;
            if (below >= Count)
            {
                break;
            }

            if (below + 1 < Count && Precedes(_queue[below + 1], _queue[below]))
            {
                below++;
            }

            if (!Precedes(_queue[below], item))
            {
                break;
            }

            _queue[at] = _queue[below];
            at = below;
        }

        _queue[at] = item;
    }

    private bool Precedes((long Hope, int Path) one, (long Hope, int Path) other) =>
        one.Hope != other.Hope ? one.Hope < other.Hope : precedes(one.Path, other.Path);
}
