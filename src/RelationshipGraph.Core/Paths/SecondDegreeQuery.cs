using RelationshipGraph.Model;

namespace RelationshipGraph.Paths;

/// <summary>Whose contacts' contacts are looked for.</summary>
/// <param name="Of">The person.</param>
/// <param name="AsOf">The day on which ties hold.</param>
public sealed record SecondDegreeQuery(RecordId Of, DateOnly AsOf)
{
    /// <summary>By what the rows are ordered.</summary>
    public SecondDegreeOrder Order { get; init; }

    /// <summary>Rows wanted, from 1 to <see cref="Limits.PageRowsMax"/>.</summary>
    public int RowsMax { get; init; } = Limits.PageRowsDefault;

    /// <summary>The row that the first one comes after; null: from the beginning.</summary>
    public SecondDegreePlace? After { get; init; }

    /// <summary>Only people of this kind; null: all.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Only who works at this company on the day; null: all.</summary>
    public RecordId? WorksAt { get; init; }

    /// <summary>What each of the two ties must reach at least to count.</summary>
    public TieStrength StrengthMin { get; init; }
}

/// <summary>By what people at two steps are ordered.</summary>
public enum SecondDegreeOrder : byte
{
    /// <summary>
    /// The most likely new tie first: the sum over all common contacts of both strengths' product, each divided by the contact's
    /// own strengths together, and a tenth.
    /// </summary>
    Likelihood = 0,

    /// <summary>Most common contacts first.</summary>
    CommonContacts = 1,
}

/// <summary>A row's place.</summary>
/// <param name="Value">What it is ordered by.</param>
/// <param name="Id">The person.</param>
public readonly record struct SecondDegreePlace(long Value, RecordId Id)
{
    /// <summary>Below zero where the first comes first.</summary>
    internal static int Compare(SecondDegreePlace one, SecondDegreePlace other) =>
        one.Value != other.Value ? other.Value.CompareTo(one.Value) : one.Id.CompareTo(other.Id);
}
