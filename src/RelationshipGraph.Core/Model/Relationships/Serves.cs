namespace RelationshipGraph.Model;

/// <summary>A seat serves a goal.</summary>
[Relationship(RecordKind.Serves, "SERVES",
    "A seat serves a goal.",
    FromKinds = [RecordKind.Seat], ToKinds = [RecordKind.Goal],
    Outgoing = "serves", Incoming = "servedBy", Writers = Roles.Strategy)]
public sealed record Serves : Relationship;
