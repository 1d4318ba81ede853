namespace RelationshipGraph.Model;

/// <summary>A contact or a company is a member of a network.</summary>
[Relationship(RecordKind.MemberOf, "MEMBER_OF",
    "A contact or a company is a member of a network.",
    FromKinds = [RecordKind.Contact, RecordKind.Company], ToKinds = [RecordKind.Network],
    Outgoing = "memberships", Incoming = "members", Writers = Roles.Sales | Roles.Strategy)]
public sealed record MemberOf : Relationship
{
    [Property("The role held there.", Privacy.Personal)]
    public string? Role { get; init; }
}
