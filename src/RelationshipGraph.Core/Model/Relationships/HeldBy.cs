namespace RelationshipGraph.Model;

/// <summary>A meeting was a network's, or with a company.</summary>
[Relationship(RecordKind.HeldBy, "HELD_BY",
    "A meeting was a network's, or with a company.",
    FromKinds = [RecordKind.Meeting], ToKinds = [RecordKind.Network, RecordKind.Company],
    Outgoing = "heldBy", Incoming = "meetings", Own = true)]
public sealed record HeldBy : Relationship;
