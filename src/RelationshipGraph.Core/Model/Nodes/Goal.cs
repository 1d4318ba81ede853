namespace RelationshipGraph.Model;

/// <summary>What the company, a department or a seat is to reach in a period.</summary>
[Node(RecordKind.Goal, "goals", "What the company, a department or a seat is to reach in a period.", Writers = Roles.Strategy)]
public sealed record Goal : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("Whose goal it is.")]
    public required GoalLevel Level { get; init; }

    [Property("The department, where it is a department's.", Refers = [RecordKind.Department])]
    public RecordId? DepartmentId { get; init; }

    [Property("What it counts.")]
    public required Measure Measure { get; init; }

    [Property("What the company's own measure counts, where it is one.")]
    public string? OwnUnit { get; init; }

    [Property("How much is to be reached, in the measure's unit; money in minor units.", Min = 0, Max = 1e15)]
    public double? Target { get; init; }

    [Property("First day of the period.")]
    public DateOnly? PeriodFrom { get; init; }

    [Property("First day after the period.")]
    public DateOnly? PeriodUntil { get; init; }

    [Property("How much it matters beside the others.")]
    public Share? Weight { get; init; }
}
