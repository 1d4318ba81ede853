using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>What a change answers with: what it wrote, or what was wrong.</summary>
/// <param name="Written">In the order of the changes; empty where nothing was done.</param>
/// <param name="Errors">Empty where everything was done.</param>
internal sealed record Payload(IReadOnlyList<WrittenRecord> Written, IReadOnlyList<WriteError> Errors)
{
    /// <summary>The only thing written; null where nothing was done.</summary>
    public WrittenRecord? Single => Written.Count == 1 ? Written[0] : null;
}

/// <summary>What became of one change.</summary>
/// <param name="Id">The record.</param>
/// <param name="Label">What the request called it; null where it did not.</param>
/// <param name="Record">As it is now; null where it was removed.</param>
internal sealed record WrittenRecord(RecordId Id, string? Label, Seen? Record);
