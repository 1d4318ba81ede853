namespace RelationshipGraph.Model;

/// <summary>Something learned about the market.</summary>
[Node(RecordKind.Insight, "insights", "Something learned about the market.", Own = true)]
public sealed record Insight : Node
{
    [Property("The insight in a line.", Name = true)]
    public required string Title { get; init; }

    [Property("The insight in full.", LengthMax = Limits.LongTextMax, Search = true)]
    public string? Text { get; init; }

    [Property("What it is about.")]
    public required InsightKind Kind { get; init; }

    [Property("Industries it concerns, as codes or words.", Search = true)]
    public ValueList<string> Industries { get; init; } = [];

    [Property("Subjects it concerns.", Search = true)]
    public ValueList<string> Topics { get; init; } = [];

    [Property("What may be told of it.")]
    public Confidentiality Confidentiality { get; init; } = Confidentiality.Open;

    [Property("The employee who shared it.", Refers = [RecordKind.Employee])]
    public RecordId? AuthorId { get; init; }

    [Property("The employees who used it.", Refers = [RecordKind.Employee])]
    public ValueList<RecordId> ReusedByIds { get; init; } = [];
}
