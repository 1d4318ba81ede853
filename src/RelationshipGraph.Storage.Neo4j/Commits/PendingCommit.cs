namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>A commit that waits for its turn, and its caller who waits for the result.</summary>
internal sealed class PendingCommit(Commit commit, CancellationToken ct)
{
    private readonly TaskCompletionSource<CommitResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Commit Commit { get; } = commit;

    /// <summary>Its id as it is stored.</summary>
    public string Id { get; } = commit.Id.ToString("N");

    /// <summary>Whether its caller has gone before it was begun.</summary>
    public bool IsGone => ct.IsCancellationRequested;

    public Task<CommitResult> Result => _result.Task;

    public void End(CommitResult result) => _result.TrySetResult(result);

    public void Fail(Exception failure) => _result.TrySetException(failure);

    public void Cancel() => _result.TrySetCanceled(ct);
}
