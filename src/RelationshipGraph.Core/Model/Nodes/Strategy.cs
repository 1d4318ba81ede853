namespace RelationshipGraph.Model;

/// <summary>One version of the company's networking strategy.</summary>
[Node(RecordKind.Strategy, "strategies", "One version of the company's networking strategy.", Writers = Roles.Strategy)]
public sealed record Strategy : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("Which version of it this is, from 1.", Min = 1)]
    public int Edition { get; init; } = 1;

    [Property("First day of its period.")]
    public DateOnly? PeriodFrom { get; init; }

    [Property("First day after its period.")]
    public DateOnly? PeriodUntil { get; init; }

    [Property("What it says, in words.", LengthMax = Limits.LongTextMax, Search = true)]
    public string? Text { get; init; }

    [Property("What the company and its departments wish for and will not do.")]
    public ValueList<StrategyWish> Wishes { get; init; } = [];
}
