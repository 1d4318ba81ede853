namespace RelationshipGraph.Model;

/// <summary>What the company or one department wishes of its networks, and what it will not do.</summary>
public sealed record StrategyWish
{
    [Property("The department that wishes; none: the company.", Refers = [RecordKind.Department])]
    public RecordId? DepartmentId { get; init; }

    [Property("Purposes wished for.")]
    public ValueList<NetworkPurpose> Purposes { get; init; } = [];

    [Property("Segments wished for.", Refers = [RecordKind.Segment])]
    public ValueList<RecordId> SegmentIds { get; init; } = [];

    [Property("Kinds of network wished for.")]
    public ValueList<NetworkKind> Kinds { get; init; } = [];

    [Property("What will not be done.", LengthMax = Limits.LongTextMax)]
    public string? WillNotDo { get; init; }
}
