using System.Threading.Channels;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>Writes commits in groups: those that come while one group is being written are the next one.</summary>
/// <remarks>
/// A group is judged by what was read of one sequence, and written only if the counter still stands there; else it is judged
/// anew. Where others always come first, the counter is locked before the group is read. A commit whose answer was lost is looked
/// for by its own id, and so is never done twice.
/// </remarks>
internal sealed class CommitWorker : IAsyncDisposable
{
    private const int FreeTries = 8;
    private const int LostTries = 3;

    private const string Lock = "MATCH (q:Sequence {name: 'changes'}) REMOVE q._lock WITH q RETURN q.value";

    private readonly ICypherTransport _transport;
    private readonly Channel<PendingCommit> _arriving = Channel.CreateUnbounded<PendingCommit>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _working;

    public CommitWorker(ICypherTransport transport)
    {
        _transport = transport;
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Writes a commit with whatever else comes at the same time.</summary>
    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        var pending = new PendingCommit(commit, ct);
        ObjectDisposedException.ThrowIf(!_arriving.Writer.TryWrite(pending), this);
        return await pending.Result.WaitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        _arriving.Writer.TryComplete();
        await _working;
    }

    private async Task WorkAsync()
    {
        var waiting = new List<PendingCommit>();
        while (waiting.Count > 0 || await _arriving.Reader.WaitToReadAsync())
        {
            while (_arriving.Reader.TryRead(out var next))
            {
                waiting.Add(next);
            }

            var group = new CommitGroup();
            waiting.RemoveAll(pending =>
            {
                if (pending.IsGone)
                {
                    pending.Cancel();
                    return true;
                }

                return group.TryAdd(pending);
            });
            await WriteAsync(group.Commits);
        }
    }

    private async Task WriteAsync(IReadOnlyList<PendingCommit> commits)
    {
        try
        {
            var left = commits;
            for (var (tries, lost) = (1, 0); left.Count > 0; tries++)
            {
                try
                {
                    left = tries <= FreeTries ? await WriteFreelyAsync(left) : await WriteLockedAsync(left);
                }
                catch (CypherException failure) when (failure.IsOutcomeUnknown && lost++ < LostTries)
                {
                    // Perhaps it was done: the next try finds its id, or does it.
                }
            }
        }
        catch (CypherException failure)
        {
            End(commits, Failures.Of(failure));
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            End(commits, failure);
        }
    }

    private static void End(IReadOnlyList<PendingCommit> commits, Exception failure)
    {
        foreach (var pending in commits)
        {
            pending.Fail(failure);
        }
    }

    /// <returns>Those that must be judged anew, for somebody else was faster.</returns>
    private async Task<IReadOnlyList<PendingCommit>> WriteFreelyAsync(IReadOnlyList<PendingCommit> commits)
    {
        var (state, after) = (default(StoredState), -1L);
        await _transport.RunAsync(
            CypherAccess.Write,
            () =>
            {
                (state, var steps) = StoredState.Ask(commits);
                return [.. steps, new CypherStep(Queries.ConsistentRead.Sequence, OnRow: row => after = row.ReadInteger())];
            },
            CancellationToken.None);
        if (state!.Sequence != after)
        {
            return commits;
        }

        var allowed = Judge(state, commits);
        if (allowed.Count == 0)
        {
            return [];
        }

        var writing = new GroupWriting(state, allowed);
        try
        {
            await _transport.RunAsync(CypherAccess.Write, writing.Steps, CancellationToken.None);
        }
        catch (CypherException failure) when (failure is { Cause: CypherFailure.Arithmetic, Step: 0 })
        {
            return allowed;
        }

        Done(writing, allowed);
        return [];
    }

    private async Task<IReadOnlyList<PendingCommit>> WriteLockedAsync(IReadOnlyList<PendingCommit> commits)
    {
        await using var transaction = await _transport.BeginAsync(CypherAccess.Write, CancellationToken.None);
        await transaction.RunAsync([new CypherStep(Lock)], CancellationToken.None);
        var (state, steps) = StoredState.Ask(commits);
        await transaction.RunAsync(steps, CancellationToken.None);
        var allowed = Judge(state, commits);
        if (allowed.Count > 0)
        {
            var writing = new GroupWriting(state, allowed);
            await transaction.RunAsync(writing.Steps(), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            Done(writing, allowed);
        }

        return [];
    }

    /// <summary>Answers those that are done already or refused, and returns the others.</summary>
    private static List<PendingCommit> Judge(StoredState state, IReadOnlyList<PendingCommit> commits)
    {
        var allowed = new List<PendingCommit>();
        foreach (var pending in commits)
        {
            if (state.SequenceOf(pending) is { } first)
            {
                pending.End(new CommitResult.Done(first, IsRepeated: true));
            }
            else if (state.Judge(pending.Commit) is { Count: > 0 } refusals)
            {
                pending.End(new CommitResult.Refused(refusals));
            }
            else
            {
                allowed.Add(pending);
            }
        }

        return allowed;
    }

    private static void Done(GroupWriting writing, List<PendingCommit> commits)
    {
        for (var i = 0; i < commits.Count; i++)
        {
            commits[i].End(new CommitResult.Done(writing.SequenceOf(i), IsRepeated: false));
        }
    }
}
