using RelationshipGraph.Indexing;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>The index of a store: read when it is first needed, then following the store. Safe for concurrent use.</summary>
/// <param name="store">The store.</param>
/// <param name="file">Where it is kept between runs; null: nowhere.</param>
/// <param name="parts">How much of the graph it holds.</param>
internal sealed class HeldIndex(IGraphStore store, IndexFile? file, IndexParts parts) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task<GraphIndex>? _opening;

    /// <summary>The graph with all that was acknowledged before the call, and the strengths of ties on a UTC day.</summary>
    /// <exception cref="StoreException">The store did not give it.</exception>
    public async Task<GraphView> ViewAsync(DateOnly day, CancellationToken ct)
    {
        var index = await OpenAsync().WaitAsync(ct);
        return await index.CatchUpAsync(day, ct);
    }

    /// <summary>Takes in a commit that has just been made, where the index has been read.</summary>
    public void Take(Commit commit, long sequence)
    {
        if (Volatile.Read(ref _opening) is { IsCompletedSuccessfully: true } opened)
        {
            opened.Result.Take(commit, sequence);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_opening is { } opening)
        {
            // However the reading ends, it has ended.
            await Task.WhenAny(opening);
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening).DisposeAsync();
            }
        }

        _stop.Dispose();
    }

    // One reading for all who wait. Whoever gives up waiting does not end it; one that failed is begun anew.
    private Task<GraphIndex> OpenAsync()
    {
        lock (_lock)
        {
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _opening = Task.Run(
                    () => GraphIndex.OpenAsync(store, file, parts, _stop.Token), _stop.Token);
            }

            return _opening;
        }
    }
}
