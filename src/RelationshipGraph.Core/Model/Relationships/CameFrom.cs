namespace RelationshipGraph.Model;

/// <summary>What was brought home came from there.</summary>
[Relationship(RecordKind.CameFrom, "CAME_FROM",
    "What was brought home came from there.",
    FromKinds = [RecordKind.Idea, RecordKind.Insight, RecordKind.Outcome, RecordKind.Lead], ToKinds = [RecordKind.Meeting,
        RecordKind.Network, RecordKind.Employee, RecordKind.Contact, RecordKind.Introduction],
    Outgoing = "cameFrom", Incoming = "ledTo", Writers = Roles.Strategy, Own = true)]
public sealed record CameFrom : Relationship;
