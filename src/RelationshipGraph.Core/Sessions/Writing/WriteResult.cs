using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>How a request to write ended.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <summary>Everything is done and will stay done.</summary>
    /// <param name="Written">The records in the order of the drafts.</param>
    public sealed record Done(IReadOnlyList<Written> Written) : WriteResult;

    /// <summary>Nothing was done.</summary>
    /// <param name="Problems">Everything that is wrong, in the order of the drafts; at least one.</param>
    public sealed record Refused(IReadOnlyList<DraftProblem> Problems) : WriteResult;
}

/// <summary>What became of one draft.</summary>
/// <param name="Id">The record.</param>
/// <param name="Record">As it is now, as the viewer may read it; null where it was removed.</param>
public sealed record Written(RecordId Id, Record? Record);

/// <summary>What is wrong with one draft.</summary>
/// <param name="Position">The draft's place in the request, from 0; <see cref="WholeRequest"/> where it is about none.</param>
/// <param name="Problem">What is wrong; its path is the property's name, <c>from</c> or <c>to</c>, or empty.</param>
public sealed record DraftProblem(int Position, Problem Problem)
{
    /// <summary>The position of a problem of the request itself.</summary>
    public const int WholeRequest = -1;
}
