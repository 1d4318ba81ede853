using RelationshipGraph.Model;

namespace RelationshipGraph.Importing;

/// <summary>How a copy ended.</summary>
/// <param name="Copied">Records that were written.</param>
/// <param name="Unchanged">Records that were there already.</param>
/// <param name="ByKind">Records of the store that was copied, by GraphQL type name; empty where it did not come so far.</param>
public sealed record CopyReport(long Copied, long Unchanged, IReadOnlyDictionary<string, long> ByKind)
{
    /// <summary>The hash that an export of the store that was copied has; null where it did not come so far.</summary>
    public string? Sha256From { get; init; }

    /// <summary>The same of the copy.</summary>
    public string? Sha256To { get; init; }

    /// <summary>Why the copy is none; null where it is one.</summary>
    public CopyRefusal? Refusal { get; init; }

    /// <summary>Whether both stores export the same, byte for byte.</summary>
    public bool IsEqual => Sha256From is not null && Sha256From == Sha256To;
}

/// <summary>Why a copy was refused or is not whole.</summary>
/// <param name="Code">A code of problems.</param>
/// <param name="Side">The store at which it showed.</param>
/// <param name="Id">The record; none where it is about no single one.</param>
public sealed record CopyRefusal(string Code, CopySide Side, RecordId Id);
