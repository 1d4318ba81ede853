namespace RelationshipGraph.Model;

/// <summary>A person was at a meeting.</summary>
[Relationship(RecordKind.Attended, "ATTENDED",
    "A person was at a meeting.",
    FromKinds = [RecordKind.Employee, RecordKind.Contact], ToKinds = [RecordKind.Meeting],
    Outgoing = "attended", Incoming = "attendees", Own = true)]
public sealed record Attended : Relationship
{
    [Property("What the person did there.", Privacy.Personal)]
    public AttendanceRole Role { get; init; } = AttendanceRole.Participant;

    [Property("Time spent, travel included.", Privacy.Personal, Unit = "hours")]
    public Hours? HoursSpent { get; init; }
}
