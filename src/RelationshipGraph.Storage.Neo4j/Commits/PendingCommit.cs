using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>A commit that waits for its turn, and its caller who waits for the result.</summary>
internal sealed class PendingCommit
{
    private readonly TaskCompletionSource<CommitResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _ct;

    /// <exception cref="ArgumentException">A record has a text that cannot be kept.</exception>
    public PendingCommit(Commit commit, long arrived, CancellationToken ct)
    {
        (Commit, Id, Arrived, _ct) = (commit, commit.Id.ToString("N"), arrived, ct);
        Written = [.. commit.Changes.Select(change => CommitJudge.RecordOf(change) is { } record
            ? KindStorage.Of(record.Id.Kind).ValuesOf(record)
            : null)];
    }

    public Commit Commit { get; }

    /// <summary>Its id as it is stored.</summary>
    public string Id { get; }

    /// <summary>When it came, as the clock's timestamp.</summary>
    public long Arrived { get; }

    /// <summary>What each change writes, by the changes' places; null for a removal.</summary>
    public IReadOnlyList<Dictionary<string, object?>?> Written { get; }

    /// <summary>Characters of all texts that it writes.</summary>
    public long Letters => Written.Sum(row => row?.Values.Sum(value => value is string text ? (long)text.Length : 0) ?? 0);

    /// <summary>Whether it was sent and the answer did not come, so that nobody may be told that nothing was done.</summary>
    public bool MayBeDone { get; set; }

    /// <summary>Whether its caller has gone before it was begun.</summary>
    public bool IsGone => _ct.IsCancellationRequested;

    public Task<CommitResult> Result => _result.Task;

    public void End(CommitResult result) => _result.TrySetResult(result);

    public void Fail(Exception failure) => _result.TrySetException(failure);

    public void Cancel() => _result.TrySetCanceled(_ct);
}
