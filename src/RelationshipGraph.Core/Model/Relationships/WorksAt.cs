namespace RelationshipGraph.Model;

/// <summary>A person works at a company. Several at once are possible.</summary>
[Relationship(RecordKind.WorksAt, "WORKS_AT",
    "A person works at a company. Several at once are possible.",
    FromKinds = [RecordKind.Employee, RecordKind.Contact], ToKinds = [RecordKind.Company],
    Outgoing = "worksAt", Incoming = "staff", Writers = Roles.Sales, Own = true)]
public sealed record WorksAt : Relationship
{
    [Property("Job title there.", Privacy.Personal)]
    public string? Title { get; init; }

    [Property("Department there, in the company's own words.", Privacy.Personal)]
    public string? Department { get; init; }

    [Property("Part in that company's buying decisions.", Privacy.Personal)]
    public DecisionRole? DecisionRole { get; init; }
}
