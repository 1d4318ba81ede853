namespace RelationshipGraph.Model;

/// <summary>An employee holds a seat.</summary>
[Relationship(RecordKind.Holds, "HOLDS",
    "An employee holds a seat, on any day one at most.",
    FromKinds = [RecordKind.Employee], ToKinds = [RecordKind.Seat],
    Outgoing = "seats", Incoming = "holders", Writers = Roles.Strategy)]
public sealed record Holds : Relationship;
