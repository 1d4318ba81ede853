namespace RelationshipGraph.Model;

/// <summary>An employee belongs to a department.</summary>
[Relationship(RecordKind.InDepartment, "IN_DEPARTMENT",
    "An employee belongs to a department.",
    FromKinds = [RecordKind.Employee], ToKinds = [RecordKind.Department],
    Outgoing = "departments", Incoming = "employees")]
public sealed record InDepartment : Relationship;
