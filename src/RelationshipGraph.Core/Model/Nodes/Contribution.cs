namespace RelationshipGraph.Model;

/// <summary>What we gave a network.</summary>
[Node(RecordKind.Contribution, "contributions", "What we gave a network.", Own = true)]
public sealed record Contribution : Node
{
    [Property("What sort of contribution it was.")]
    public required ContributionKind Kind { get; init; }

    [Property("The day it was given.", Moment = true)]
    public required DateOnly GivenOn { get; init; }

    [Property("What it was, in words.", LengthMax = Limits.LongTextMax, Search = true)]
    public string? Text { get; init; }

    [Property("Time it took.", Unit = "hours")]
    public Hours? HoursGiven { get; init; }

    [Property("The network it was given to.", Refers = [RecordKind.Network])]
    public RecordId? NetworkId { get; init; }

    [Property("The employee who gave it.", Refers = [RecordKind.Employee])]
    public RecordId? GivenById { get; init; }
}
