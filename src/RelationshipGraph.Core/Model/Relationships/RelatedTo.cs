namespace RelationshipGraph.Model;

/// <summary>One company is something to another.</summary>
[Relationship(RecordKind.RelatedTo, "RELATED_TO",
    "One company is something to another.",
    FromKinds = [RecordKind.Company], ToKinds = [RecordKind.Company],
    Outgoing = "relatedTo", Incoming = "relatedFrom", Writers = Roles.Sales)]
public sealed record RelatedTo : Relationship
{
    [Property("What the first is to the second.")]
    public required CompanyTie Tie { get; init; }
}
