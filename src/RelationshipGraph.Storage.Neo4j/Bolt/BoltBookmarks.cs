namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The marks of what was written here, so that every later transaction sees it, in a cluster too.</summary>
/// <remarks>
/// A server that was restored or made anew waits in vain for what a mark stands for, and would do so for ever. So a mark that is
/// refused is dropped: at once where it makes no sense to the server, and where it waited in vain only if it is the one that
/// cannot be behind, the only server or the leader.
/// </remarks>
internal sealed class BoltBookmarks
{
    private readonly Lock _lock = new();
    private string[] _known = [];
    private string[] _doubted = [];

    public string[] Known => Volatile.Read(ref _known);

    /// <summary>Whether a member waited in vain for some of them: it is behind, or they are of data that is gone.</summary>
    public bool AreDoubted => Volatile.Read(ref _doubted).Length > 0;

    /// <summary>A transaction ended that had seen some of them: its mark stands for these.</summary>
    public void Replace(string[] seen, string? mark)
    {
        if (mark is not null)
        {
            Change(seen, [mark]);
        }
    }

    /// <summary>A server said that it does not have what they stand for.</summary>
    /// <param name="seen">The ones it was sent.</param>
    /// <param name="isFinal">Whether it cannot be that it only is behind.</param>
    public void Refuse(string[] seen, bool isFinal)
    {
        if (isFinal)
        {
            Change(seen, []);
            return;
        }

        lock (_lock)
        {
            _doubted = [.. _known.Intersect(seen)];
        }
    }

    private void Change(string[] gone, string[] added)
    {
        lock (_lock)
        {
            _known = [.. _known.Except(gone).Union(added)];
            _doubted = [.. _doubted.Intersect(_known)];
        }
    }
}
