using RelationshipGraph.Problems;

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

/// <summary>How an import ended.</summary>
public enum ImportEnding : byte
{
    /// <summary>Every row that was not refused is in the store.</summary>
    Written,

    /// <summary>Nothing was written, as asked.</summary>
    DryRun,

    /// <summary>
    /// Nothing was written: it was all or nothing and something was refused, a limit was met, or no file could be read.
    /// </summary>
    Refused,
}

/// <summary>Why a row, or a whole file, was not taken.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row begins, from 1; 0 for the file as a whole.</param>
/// <param name="Problem">What is wrong; its path is the column, empty for the whole row.</param>
public sealed record ImportRefusal(string File, long Line, Problem Problem)
{
    /// <summary>The column it is about, as the file's header names it; empty for the whole row.</summary>
    public string Column => Problem.Path;
}

/// <summary>Something in the files that the model has no place for.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Column">The column; null for the whole file.</param>
/// <param name="Rows">The rows of the column that were passed over; 0: all of them.</param>
public sealed record PassedOver(string File, string? Column, long Rows);
