namespace RelationshipGraph.Model;

/// <summary>What was recommended to whom, by which model, and what became of it.</summary>
[Node(RecordKind.Recommendation, "recommendations",
    "What was recommended to whom, by which model, and what became of it.", Writers = Roles.Strategy)]
public sealed record Recommendation : Node
{
    [Property("What was recommended.")]
    public required RecommendationKind Kind { get; init; }

    [Property("For whom: an employee, a department, or nobody for the company.", Refers = [RecordKind.Employee,
        RecordKind.Department])]
    public RecordId? ForId { get; init; }

    [Property("The network or the person recommended.", Refers = [RecordKind.Network, RecordKind.Contact, RecordKind.Employee])]
    public required RecordId SubjectId { get; init; }

    [Property("The model and its version.")]
    public required string Model { get; init; }

    [Property("The model's score; comparable within one model version only.", Min = -1e15, Max = 1e15)]
    public double? Score { get; init; }

    [Property("Why, strongest reason first.")]
    public ValueList<string> Reasons { get; init; } = [];

    [Property("What became of it.")]
    public RecommendationState State { get; init; } = RecommendationState.Shown;
}
