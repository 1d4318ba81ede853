namespace RelationshipGraph.Model;

/// <summary>
/// A part of an outcome is credited to a seat, a meeting or an introduction; the parts of one outcome are at most 1.
/// </summary>
[Relationship(RecordKind.CreditedTo, "CREDITED_TO",
    "A part of an outcome is credited to a seat, a meeting or an introduction; the parts of one outcome are at most 1.",
    FromKinds = [RecordKind.Outcome], ToKinds = [RecordKind.Seat, RecordKind.Meeting, RecordKind.Introduction],
    Outgoing = "creditedTo", Incoming = "credits", Writers = Roles.Strategy)]
public sealed record CreditedTo : Relationship
{
    [Property("The part credited.")]
    public required Share Share { get; init; }
}
