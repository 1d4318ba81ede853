using RelationshipGraph.Model;

namespace RelationshipGraph.Importing;

/// <summary>What an import is asked to do beside reading its files.</summary>
public sealed record ImportOptions
{
    /// <summary>What the records' source is called; null: the set's own name, else that of the folder or upload.</summary>
    public string? Source { get; init; }

    /// <summary>What a person becomes whose row does not say: <see cref="RecordKind.Contact"/> or
    /// <see cref="RecordKind.Employee"/>.</summary>
    public RecordKind PersonsAs { get; init; } = RecordKind.Contact;

    /// <summary>Only say what would be done.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Write nothing if any row is refused; else the others are written.</summary>
    public bool IsAllOrNothing { get; init; }

    /// <summary>What the audit calls the import.</summary>
    public string Actor { get; init; } = "import";

    /// <summary>How much is taken.</summary>
    public ImportLimits Limits { get; init; } = new();
}
