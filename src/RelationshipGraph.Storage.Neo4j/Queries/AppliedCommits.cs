using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Up to which commit it is certain that all of it is in the database, not a part.</summary>
/// <remarks>
/// The server applies a commit bit by bit while others read. A commit that was acknowledged to us is there whole; of those of
/// other instances the counter's lock tells, since a writer holds it until then.
/// </remarks>
internal sealed class AppliedCommits(ICypherTransport transport, bool mayWrite, TimeProvider time) : IDisposable
{
    // Longer than commits take, and short enough for a reader.
    private static readonly TimeSpan HoldWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private long _known;

    /// <summary>The last commit of which it is certain.</summary>
    public long Last => Volatile.Read(ref _known);

    /// <summary>
    /// The counter was seen behind a commit that was certain before it was read: the database is another one, of an older backup.
    /// </summary>
    public void Forget() => Volatile.Write(ref _known, 0);

    /// <summary>Notes a commit that is there whole, and so all before it.</summary>
    public void Add(long sequence)
    {
        for (var known = Volatile.Read(ref _known); sequence > known; known = Volatile.Read(ref _known))
        {
            Interlocked.CompareExchange(ref _known, sequence, known);
        }
    }

    /// <summary>Whether the state at that value of the counter is whole.</summary>
    public bool Covers(long sequence, long noted)
    {
        Add(noted);
        return sequence <= Volatile.Read(ref _known);
    }

    /// <summary>Waits until a commit is there whole.</summary>
    /// <returns>False where that cannot be known: a writer takes long, or nothing may be written here.</returns>
    public async Task<bool> AwaitAsync(long sequence, CancellationToken ct)
    {
        if (!mayWrite)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var clock = time.CreateTimer(_ => limit.Cancel(), null, HoldWait, Timeout.InfiniteTimeSpan);
        try
        {
            await _turn.WaitAsync(limit.Token);
            try
            {
                if (!Covers(sequence, 0))
                {
                    var value = 0L;
                    await transport.RunAsync(
                        CypherAccess.Write, () => [Counter.Holding((counted, _) => value = counted)], limit.Token);
                    Add(value);
                }

                return true;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _turn.Dispose();
}
