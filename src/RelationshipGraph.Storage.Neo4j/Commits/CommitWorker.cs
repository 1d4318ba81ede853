using System.Threading.Channels;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>Writes commits in groups: those that come while one group is being written are the next one.</summary>
/// <remarks>
/// A group is judged by what was read of one sequence, and written only if the counter still stands there; else it is judged
/// anew. Where others come first again and again, or the group is large, the counter is held before the group is read. A commit
/// whose answer was lost is looked for by its own id, and so is never done twice.
/// </remarks>
internal sealed class CommitWorker : IAsyncDisposable
{
    private const int FreeTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // What takes so long to write that a round trip more is nothing beside it.
    private const int LargeGroup = 500;

    // What takes so long to send that the wait for it would be taken for a wait for the counter.
    private const long LongGroup = 500_000;

    private readonly ICypherTransport _transport;
    private readonly AppliedCommits _applied;
    private readonly TimeProvider _time;
    private readonly Channel<PendingCommit> _arriving = Channel.CreateUnbounded<PendingCommit>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _working;

    // Why those who wait too long behind the last group do so, where it is not the work of others.
    private StoreUnavailableException? _unavailable;

    public CommitWorker(ICypherTransport transport, AppliedCommits applied, TimeProvider time)
    {
        (_transport, _applied, _time) = (transport, applied, time);
        _working = Task.Run(WorkAsync);
    }

    /// <summary>Writes a commit with whatever else comes at the same time.</summary>
    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken ct)
    {
        var pending = new PendingCommit(commit, _time.GetTimestamp(), ct);
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
            waiting.RemoveAll(pending => IsOver(pending) || group.TryAdd(pending));
            await WriteAsync(group.Commits);
            if (waiting.Count == 0 && group.Commits.Sum(one => one.Commit.Changes.Count) > LargeGroup)
            {
                await NoteAsync();
            }
        }
    }

    // Readers elsewhere need not wait for the next large commit to know that this one is there.
    private async Task NoteAsync()
    {
        try
        {
            await _transport.RunAsync(CypherAccess.Write, () => [Counter.Holding()], CancellationToken.None);
        }
        catch (CypherException)
        {
            // They find out by themselves.
        }
    }

    private bool IsOver(PendingCommit pending)
    {
        if (pending.IsGone)
        {
            pending.Cancel();
            return true;
        }

        var isLate = _time.GetElapsedTime(pending.Arrived) > Limits.WriterWait;
        if (isLate)
        {
            Fail(pending, _unavailable ?? (Exception)new StoreBusyException(Failures.Store));
        }

        return isLate;
    }

    private async Task WriteAsync(IReadOnlyList<PendingCommit> commits)
    {
        try
        {
            await WriteToTheEndAsync(commits);
            _unavailable = null;
        }
        catch (CypherException failure) when (failure.MayBeOfOneCommit && commits.Count > 1)
        {
            // One may be what the server cannot take: the others are not to suffer for it.
            foreach (var pending in Unanswered(commits))
            {
                await WriteAsync([pending]);
            }
        }
        catch (Exception failure)
        {
            var told = failure is CypherException cypher ? Failures.OfWrite(cypher) : failure;
            _unavailable = told as StoreUnavailableException;
            foreach (var pending in commits)
            {
                Fail(pending, told);
            }
        }
    }

    private static List<PendingCommit> Unanswered(IReadOnlyList<PendingCommit> commits) =>
        [.. commits.Where(one => !one.Result.IsCompleted)];

    // Nobody is told that nothing was done where that is not known.
    private static void Fail(PendingCommit pending, Exception failure) => pending.Fail(
        pending.MayBeDone && failure is StoreException ? new StoreUnavailableException(Failures.Store, failure) : failure);

    private async Task WriteToTheEndAsync(IReadOnlyList<PendingCommit> commits)
    {
        var left = commits;
        var begun = _time.GetTimestamp();
        for (var tries = 1; left.Count > 0; tries++)
        {
            try
            {
                left = tries <= FreeTries && left.Sum(one => one.Commit.Changes.Count) <= LargeGroup
                    && left.Sum(one => one.Letters) <= LongGroup
                    ? await WriteFreelyAsync(left)
                    : await WriteHoldingAsync(left);
            }
            catch (CypherException failure) when (failure.IsOutcomeUnknown || failure.IsTransient)
            {
                // Perhaps it was done: the next try finds its id, or does it. Whoever was refused stays refused.
                left = Unanswered(left);
                Mark(left, failure.IsOutcomeUnknown);
                if (_time.GetElapsedTime(begun) >= Limits.WriterWait)
                {
                    throw;
                }

                await Task.Delay(Pause, _time);
            }
        }
    }

    private static void Mark(IReadOnlyList<PendingCommit> commits, bool mayBeDone)
    {
        foreach (var pending in commits)
        {
            pending.MayBeDone |= mayBeDone;
        }
    }

    /// <returns>Those that must be judged anew, for somebody else was faster, or has the counter.</returns>
    private async Task<IReadOnlyList<PendingCommit>> WriteFreelyAsync(IReadOnlyList<PendingCommit> commits)
    {
        var state = default(StoredState);
        var certain = _applied.Last;
        await _transport.RunAsync(
            CypherAccess.Write,
            () =>
            {
                (state, var steps) = StoredState.Ask(commits);
                return steps;
            },
            CancellationToken.None);
        if (state!.Sequence < certain)
        {
            _applied.Forget();
        }

        if (!state.IsOfOneSequence)
        {
            return commits;
        }

        if (!state.IsWhole(_applied))
        {
            return await WriteHoldingAsync(commits);
        }

        var allowed = Judge(state, commits);
        if (allowed.Count == 0)
        {
            return [];
        }

        var writing = new GroupWriting(state, allowed);
        using var limit = new CancellationTokenSource(Limits.WriterWait, _time);
        try
        {
            // What is limited is the wait for the counter, not the work behind it.
            await _transport.RunAsync(
                CypherAccess.Write, () => writing.Steps(() => limit.CancelAfter(Timeout.InfiniteTimeSpan)), limit.Token);
        }
        catch (CypherException failure) when (failure is { Cause: CypherFailure.Arithmetic, Step: 0 })
        {
            return allowed;
        }
        catch (OperationCanceledException)
        {
            // So small a group waits for the counter alone. Whether it was done all the same shows when we hold it.
            Mark(allowed, mayBeDone: true);
            return await WriteHoldingAsync(allowed);
        }

        Done(writing, allowed);
        return [];
    }

    private async Task<IReadOnlyList<PendingCommit>> WriteHoldingAsync(IReadOnlyList<PendingCommit> commits)
    {
        await using var transaction = await HoldAsync();
        var (state, steps) = StoredState.Ask(commits);
        await transaction.RunAsync(steps, CancellationToken.None);
        var allowed = Judge(state, commits);
        var writing = new GroupWriting(state, allowed);
        if (allowed.Count > 0)
        {
            await transaction.RunAsync(writing.Steps(null), CancellationToken.None);
        }

        // Where nothing is written, what is kept is that all before is there.
        await transaction.CommitAsync(CancellationToken.None);
        _applied.Add(state.Sequence);
        Done(writing, allowed);
        return [];
    }

    private async Task<ICypherTransaction> HoldAsync()
    {
        using var limit = new CancellationTokenSource(Limits.WriterWait, _time);
        var transaction = default(ICypherTransaction);
        try
        {
            transaction = await _transport.BeginAsync(CypherAccess.Write, limit.Token);
            await transaction.RunAsync([Counter.Holding()], limit.Token);
            return transaction;
        }
        catch (Exception failure)
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }

            throw failure is OperationCanceledException ? new StoreBusyException(Failures.Store, failure) : failure;
        }
    }

    /// <summary>Answers those that are done already or refused, and returns the others.</summary>
    private static List<PendingCommit> Judge(StoredState state, IReadOnlyList<PendingCommit> commits)
    {
        if (state.Sequence < 0)
        {
            throw new StoreCorruptException(Failures.Store);
        }

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

    private void Done(GroupWriting writing, List<PendingCommit> commits)
    {
        for (var i = 0; i < commits.Count; i++)
        {
            _applied.Add(writing.SequenceOf(i));
            commits[i].End(new CommitResult.Done(writing.SequenceOf(i), IsRepeated: false));
        }
    }
}
