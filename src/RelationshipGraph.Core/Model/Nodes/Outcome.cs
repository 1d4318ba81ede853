namespace RelationshipGraph.Model;

/// <summary>Something a seat, a meeting or an introduction brought.</summary>
[Node(RecordKind.Outcome, "outcomes",
    "Something a seat, a meeting or an introduction brought.", Writers = Roles.Strategy, Own = true)]
public sealed record Outcome : Node
{
    [Property("What it is, by the measures of goals.")]
    public required Measure Measure { get; init; }

    [Property("The day it came about.", Moment = true)]
    public required DateOnly OccurredOn { get; init; }

    [Property("How many, where it is counted.", Min = 0, Max = 1e12)]
    public double? Count { get; init; }

    [Property("How much money, without VAT.", Unit = "minor units")]
    public MinorUnits? Amount { get; init; }

    [Property("Currency of the amount.", Format = TextFormat.Currency)]
    public string Currency { get; init; } = "DKK";

    [Property("What it rests on, in words.", LengthMax = Limits.LongTextMax)]
    public string? Evidence { get; init; }

    [Property("How sure it is that it came from there.")]
    public Share? Confidence { get; init; }
}
