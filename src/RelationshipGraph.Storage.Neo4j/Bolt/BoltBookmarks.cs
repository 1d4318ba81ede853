namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>The marks of what was written here, so that every later transaction sees it, in a cluster too.</summary>
internal sealed class BoltBookmarks
{
    private readonly Lock _lock = new();
    private string[] _known = [];

    public string[] Known => Volatile.Read(ref _known);

    /// <summary>A transaction ended that had seen some of them: its mark stands for these.</summary>
    public void Replace(string[] seen, string? mark)
    {
        if (mark is null)
        {
            return;
        }

        lock (_lock)
        {
            _known = [.. _known.Except(seen).Append(mark).Distinct()];
        }
    }
}
