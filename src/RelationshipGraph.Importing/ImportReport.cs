namespace RelationshipGraph.Importing;

/// <summary>What came of an import; of a dry run, what would come.</summary>
public sealed record ImportReport
{
    /// <summary>How it ended.</summary>
    public required ImportEnding Ending { get; init; }

    /// <summary>The source that the records carry; null for an export that was read back.</summary>
    public required string? Source { get; init; }

    /// <summary>New records, by GraphQL type name.</summary>
    public required IReadOnlyDictionary<string, long> Created { get; init; }

    /// <summary>Records that got a new version, by GraphQL type name.</summary>
    public required IReadOnlyDictionary<string, long> Updated { get; init; }

    /// <summary>Records that already said what the files say, by GraphQL type name.</summary>
    public required IReadOnlyDictionary<string, long> Unchanged { get; init; }

    /// <summary>Refused rows, by the GraphQL type name of what they would have become.</summary>
    public required IReadOnlyDictionary<string, long> Refused { get; init; }

    /// <summary>
    /// The first refusals, at most <see cref="Limits.ImportRefusalsMax"/>, in the order they were met.
    /// </summary>
    public required IReadOnlyList<ImportRefusal> Refusals { get; init; }

    /// <summary>All refusals: refused rows, and files that could not be read.</summary>
    public required long RefusalsTotal { get; init; }

    /// <summary>Files, columns and rows that were passed over because the model has no place for them.</summary>
    public required IReadOnlyList<PassedOver> PassedOver { get; init; }

    /// <summary>The place of the last commit in the feed; 0 where nothing was written.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether no row was taken, not even as one that changes nothing.</summary>
    public bool IsNothingTaken => Ending == ImportEnding.Refused || Created.Count + Updated.Count + Unchanged.Count == 0;
}
