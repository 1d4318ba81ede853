namespace RelationshipGraph.Paths;

/// <summary>A path as far as it has been followed, from the person to be reached towards the start.</summary>
/// <param name="Cost">Of its hops and their discounts.</param>
/// <param name="Person">Where it has come to.</param>
/// <param name="Before">The partial path it goes on from; -1 for none.</param>
/// <param name="Hops">Its hops.</param>
/// <param name="HopsMin">Hops of the whole path at least, if it costs what is hoped for.</param>
internal readonly record struct PartialPath(long Cost, int Person, int Before, int Hops, int HopsMin);

/// <summary>Partial paths, and the queue of those that are still to be followed: most hopeful first.</summary>
internal sealed class PartialPaths
{
    // After a search larger than this the arrays are given back.
    private const int KeepMax = 1 << 17;

    private PartialPath[] _paths = new PartialPath[256];
    private (long Hope, int Path)[] _queue = new (long, int)[256];
    private Func<int, long> _idOf = static person => person;
    private int _pathCount;
    private int _queued;

    public ref readonly PartialPath this[int path] => ref _paths[path];

    /// <summary>Forgets everything, and gives back large arrays.</summary>
    public void Clear()
    {
        (_pathCount, _queued) = (0, 0);
        _idOf = static person => person;
        if (_paths.Length > KeepMax)
        {
            (_paths, _queue) = (new PartialPath[256], new (long, int)[256]);
        }
    }

    /// <param name="idOf">The number of a person's id, by which equal paths are ordered.</param>
    public void Begin(Func<int, long> idOf) => _idOf = idOf;

    /// <summary>Keeps a partial path to be followed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="hope">The least that it may come to cost as a whole.</param>
    public void Add(in PartialPath path, long hope)
    {
        if (_pathCount == _paths.Length)
        {
            Array.Resize(ref _paths, 2 * _pathCount);
        }

        _paths[_pathCount] = path;
        Push((hope, _pathCount));
        _pathCount++;
    }

    /// <summary>The most hopeful one; of several, the one whose whole path would come first.</summary>
    public bool TryTake(out int path, out long hope)
    {
        if (_queued == 0)
        {
            (path, hope) = (0, 0);
            return false;
        }

        (hope, path) = _queue[0];
        var last = _queue[--_queued];
        Sink(last);
        return true;
    }

    /// <summary>The people of a partial path, the one to be reached first.</summary>
    public ReadOnlySpan<int> People(int path, Span<int> into)
    {
        var count = _paths[path].Hops + 1;
        for (var (i, at) = (count - 1, path); at >= 0; i--, at = _paths[at].Before)
        {
            into[i] = _paths[at].Person;
        }

        return into[..count];
    }

    public bool Has(int path, int person)
    {
        for (var at = path; at >= 0; at = _paths[at].Before)
        {
            if (_paths[at].Person == person)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Below zero where the first comes first: by each person's id in turn; a beginning before what goes on.</summary>
    public int CompareIds(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (first[i] != second[i])
            {
                return _idOf(first[i]).CompareTo(_idOf(second[i]));
            }
        }

        return first.Length.CompareTo(second.Length);
    }

    private void Push((long Hope, int Path) item)
    {
        if (_queued == _queue.Length)
        {
            Array.Resize(ref _queue, 2 * _queued);
        }

        var at = _queued++;
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

    private void Sink((long Hope, int Path) item)
    {
        var at = 0;
        while (true)
        {
            var below = (2 * at) + 1;
            if (below >= _queued)
            {
                break;
            }

            if (below + 1 < _queued && Precedes(_queue[below + 1], _queue[below]))
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
        one.Hope != other.Hope ? one.Hope < other.Hope : PrecedesAtSameHope(one.Path, other.Path);

    private bool PrecedesAtSameHope(int one, int other)
    {
        if (_paths[one].HopsMin != _paths[other].HopsMin)
        {
            return _paths[one].HopsMin < _paths[other].HopsMin;
        }

        Span<int> first = stackalloc int[Limits.PathHopsMax + 1];
        Span<int> second = stackalloc int[Limits.PathHopsMax + 1];
        return CompareIds(People(one, first), People(other, second)) < 0;
    }
}
