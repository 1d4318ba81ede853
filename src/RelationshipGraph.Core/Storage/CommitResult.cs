using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>How a commit ended.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>It is done and will stay done.</summary>
    /// <param name="Sequence">Its place in the feed.</param>
    /// <param name="IsRepeated">Whether it had been done before by the same commit id.</param>
    public sealed record Done(long Sequence, bool IsRepeated) : CommitResult;

    /// <summary>Nothing was done.</summary>
    /// <param name="Refusals">Every change that was refused, in the order of the changes; at least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : CommitResult;
}

/// <summary>Why one change was refused.</summary>
/// <param name="Position">The change's place in the commit, from 0.</param>
/// <param name="Id">Its record.</param>
/// <param name="Reason">Why.</param>
public sealed record Refusal(int Position, RecordId Id, RefusalReason Reason);

/// <summary>Why a change can be refused. One reason for each change, the first of these that applies.</summary>
public enum RefusalReason : byte
{
    /// <summary>A new record's id is taken.</summary>
    IdTaken,

    /// <summary>The record to replace or remove is not there.</summary>
    NotFound,

    /// <summary>The record has another version than the one seen.</summary>
    VersionConflict,

    /// <summary>A relationship to replace has other ends than the stored one.</summary>
    EndChanged,

    /// <summary>A relationship's start or end is not there, or is removed by the same commit.</summary>
    EndMissing,

    /// <summary>
    /// Another record has the natural key and keeps it, or gets it by the same commit; then both are refused.
    /// </summary>
    KeyTaken,
}
