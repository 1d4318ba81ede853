using RelationshipGraph.Storage;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>Follows the feed of a store from its beginning, as a replica does.</summary>
internal sealed class FeedFollower(IGraphStore store, ReplicaLog log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What it has seen, in the order in which it saw it: commits by their sequence.</summary>
    public List<(long Sequence, Guid Commit)> Seen { get; } = [];

    /// <summary>Follows until it is to end and has seen all there is.</summary>
    public async Task RunAsync(Func<bool> hasEnded, CancellationToken ct)
    {
        while (true)
        {
            var isLast = hasEnded();
            if (await TryReadAsync(ct) is { } page)
            {
                Take(page);
                if (isLast && Seen.Count == page.LastSequence)
                {
                    return;
                }
            }

            await Task.Delay(Pause, ct);
        }
    }

    private async Task<FeedPage?> TryReadAsync(CancellationToken ct)
    {
        try
        {
            return await store.ReadFeedAsync(Seen.Count, 1_000, ct);
        }
        catch (StoreException failure) when (failure.IsTransient)
        {
            return null;
        }
    }

    private void Take(FeedPage page)
    {
        if (!page.Reaches)
        {
            log.Findings.Add($"The feed is said not to reach back to {Seen.Count}.");
        }

        foreach (var entry in page.Entries)
        {
            if (entry.Sequence != Seen.Count + 1)
            {
                log.Findings.Add($"The feed goes from {Seen.Count} to {entry.Sequence}.");
            }

            Seen.Add((entry.Sequence, entry.CommitId));
        }
    }
}
