using System.Globalization;

namespace RelationshipGraph.Model;

/// <summary>One contact between two people: that it took place, never what was said.</summary>
[Relationship(RecordKind.Interaction, "INTERACTION",
    "One contact between two people: that it took place, never what was said.",
    FromKinds = [RecordKind.Employee, RecordKind.Contact], ToKinds = [RecordKind.Employee, RecordKind.Contact],
    Outgoing = "interactions", Incoming = "interactions", Writers = Roles.Sales, Own = true)]
public sealed record Interaction : Relationship
{
    [Property("When it began.", Privacy.Personal, Moment = true)]
    public required DateTimeOffset At { get; init; }

    [Property("How they were in contact.", Privacy.Personal)]
    public required Channel Channel { get; init; }

    [Property("Who turned to whom.", Privacy.Personal)]
    public ContactDirection Direction { get; init; } = ContactDirection.Mutual;

    [Property("How long it lasted.", Privacy.Personal, Unit = "minutes", Min = 0, Max = 44640)]
    public double? Minutes { get; init; }

    [Property("A line on what it was about.", Privacy.Participants)]
    public string? Subject { get; init; }

    [Property("Further people who took part.", Privacy.Participants, Refers = [RecordKind.Employee, RecordKind.Contact])]
    public ValueList<RecordId> ParticipantIds { get; init; } = [];

    private protected override string? LocalKey =>
        ExternalId ?? string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()} {Channel}");
}
