using RelationshipGraph.Indexing;

namespace RelationshipGraph.Paths;

/// <summary>A path as far as it has been followed, from the person to be reached towards the start.</summary>
/// <param name="Cost">Of its hops and their discounts.</param>
/// <param name="Person">Where it has come to.</param>
/// <param name="Before">The partial path it goes on from; -1 for none.</param>
/// <param name="Hops">Its hops.</param>
/// <param name="HopsMin">Hops of the whole path at least, if it costs what is hoped for.</param>
internal readonly record struct PartialPath(long Cost, int Person, int Before, int Hops, int HopsMin);

/// <summary>Partial paths, and the two queues of those that are still to be followed, each the most hopeful first.</summary>
/// <remarks>
/// Near are those whose hope will come true unless the rest of the way meets the path itself. Until enough paths are known, to
/// follow those first gives a cost that others must keep to.
/// </remarks>
internal sealed class PartialPaths
{
    // After a search larger than this the arrays are given back.
    private const int KeepMax = 1 << 17;

    private readonly PathQueue _near;
    private readonly PathQueue _far;
    private PartialPath[] _paths = new PartialPath[256];
    private GraphView? _view;
    private int _pathCount;

    public PartialPaths()
    {
        _near = new PathQueue(Precedes);
        _far = new PathQueue(Precedes);
    }

    public ref readonly PartialPath this[int path] => ref _paths[path];

    /// <summary>Forgets everything, and gives back large arrays.</summary>
    public void Clear()
    {
        _near.Clear();
        _far.Clear();
        _pathCount = 0;
        _view = null;
        if (_paths.Length > KeepMax)
        {
            _paths = new PartialPath[256];
        }
    }

    /// <param name="view">The graph, by whose ids equal paths are ordered.</param>
    public void Begin(GraphView view) => _view = view;

    /// <summary>Keeps a partial path to be followed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="hope">The least that it may come to cost as a whole.</param>
    /// <param name="isNear">Whether it is near.</param>
    public void Add(in PartialPath path, long hope, bool isNear)
    {
        if (_pathCount == _paths.Length)
        {
            Array.Resize(ref _paths, 2 * _pathCount);
        }

        _paths[_pathCount] = path;
        (isNear ? _near : _far).Add(hope, _pathCount);
        _pathCount++;
    }

    /// <summary>The most hopeful one; of several, the one whose whole path would come first.</summary>
    /// <param name="nearFirst">Whether one that is far waits for all that are near.</param>
    /// <param name="path">The path.</param>
    /// <param name="hope">Its hope.</param>
    public bool TryTake(bool nearFirst, out int path, out long hope) =>
        (nearFirst && _near.Count > 0) || _far.Count == 0 || (_near.Count > 0 && _near.Hope <= _far.Hope)
            ? _near.TryTake(out path, out hope)
            : _far.TryTake(out path, out hope);

    /// <summary>Whether any that is still to be followed may come to cost no more than this.</summary>
    public bool HasHope(long cost) => (_near.Count > 0 && _near.Hope <= cost) || (_far.Count > 0 && _far.Hope <= cost);

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

    /// <summary>The person to be reached by a partial path.</summary>
    public int End(int path)
    {
        while (_paths[path].Before >= 0)
        {
            path = _paths[path].Before;
        }

        return _paths[path].Person;
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

    /// <summary>Below zero where the first of two partial paths comes first, by the ids of its people.</summary>
    public int ComparePaths(int one, int other)
    {
        Span<int> first = stackalloc int[Limits.PathHopsMax + 1];
        Span<int> second = stackalloc int[Limits.PathHopsMax + 1];
        return PathOrder.Compare(_view!, People(one, first), People(other, second));
    }

    // Only asked where both hope for the same.
    private bool Precedes(int one, int other) => _paths[one].HopsMin != _paths[other].HopsMin
        ? _paths[one].HopsMin < _paths[other].HopsMin
        : ComparePaths(one, other) < 0;
}
