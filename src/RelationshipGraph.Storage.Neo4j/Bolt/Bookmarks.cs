namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// What a member of a cluster must have seen before it answers us, so that we read what we wrote. Safe for concurrent use.
/// </summary>
internal sealed class Bookmarks
{
    private readonly Lock _lock = new();
    private List<string> _current = [];

    public IReadOnlyCollection<string> Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    /// <summary>A transaction that had seen some gave a new one, which stands for them.</summary>
    public void Replace(IReadOnlyCollection<string> seen, string? given)
    {
        if (given is null)
        {
            return;
        }

        lock (_lock)
        {
            var next = _current.Where(one => !seen.Contains(one) && one != given).Append(given);
            _current = [.. next.TakeLast(BoltLimits.BookmarksMax)];
        }
    }
}
