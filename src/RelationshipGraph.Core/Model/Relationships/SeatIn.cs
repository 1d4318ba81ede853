namespace RelationshipGraph.Model;

/// <summary>A seat is in a network.</summary>
[Relationship(RecordKind.SeatIn, "IN",
    "A seat is in a network, on any day in one at most.",
    FromKinds = [RecordKind.Seat], ToKinds = [RecordKind.Network],
    Outgoing = "networks", Incoming = "seats", Writers = Roles.Strategy)]
public sealed record SeatIn : Relationship;
