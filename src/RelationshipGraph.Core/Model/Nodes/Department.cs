namespace RelationshipGraph.Model;

/// <summary>A part of the company. Its current employees share TEAM records.</summary>
[Node(RecordKind.Department, "departments", "A part of the company. Its current employees share TEAM records.")]
public sealed record Department : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("The department it is part of.", Refers = [RecordKind.Department])]
    public RecordId? ParentId { get; init; }

    [Property("The employee who leads it.", Refers = [RecordKind.Employee])]
    public RecordId? LeadId { get; init; }
}
