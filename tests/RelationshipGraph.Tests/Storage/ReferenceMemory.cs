using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>What outlives a reference store: the state, and one writer at a time.</summary>
internal sealed class ReferenceMemory
{
    private readonly Lock _writing = new();

    private volatile ReferenceState _state = ReferenceState.Empty;

    public ReferenceState State => _state;

    /// <summary>Applies a commit, repeats its first result, or says what speaks against it.</summary>
    public CommitResult Apply(Commit commit)
    {
        lock (_writing)
        {
            if (_state.Feed.Find(entry => entry.CommitId == commit.Id) is { } done)
            {
                return new CommitResult.Done(done.Sequence, IsRepeated: true);
            }

            if (ReferenceJudge.Refusals(_state, commit) is { Count: > 0 } refusals)
            {
                return new CommitResult.Refused(refusals);
            }

            _state = _state.After(commit);
            return new CommitResult.Done(_state.LastSequence, IsRepeated: false);
        }
    }

    public void Trim(long upToSequence)
    {
        lock (_writing)
        {
            _state = _state.Trimmed(upToSequence);
        }
    }
}
