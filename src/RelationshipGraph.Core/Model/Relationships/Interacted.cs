namespace RelationshipGraph.Model;

/// <summary>What the interactions of two people on one channel add up to: the strength model's state.</summary>
[Relationship(RecordKind.Interacted, "INTERACTED",
    "What the interactions of two people on one channel add up to: the strength model's state.",
    FromKinds = [RecordKind.Employee, RecordKind.Contact], ToKinds = [RecordKind.Employee, RecordKind.Contact],
    Outgoing = "interacted", Incoming = "interacted", Derived = true)]
public sealed record Interacted : Relationship
{
    [Property("The channel the state is kept for.", Privacy.Personal)]
    public required Channel Channel { get; init; }

    [Property("The strength model's version that wrote the state.", Privacy.Personal)]
    public required string Model { get; init; }

    [Property("Contacts counted as rows.", Privacy.Personal, Min = 0)]
    public long RowCount { get; init; }

    [Property("Contacts counted as sittings: rows close together are one.", Privacy.Personal, Min = 0)]
    public long SittingCount { get; init; }

    [Property("Rows in which the first person turned to the second.", Privacy.Personal, Min = 0)]
    public long OutgoingCount { get; init; }

    [Property("Rows in which the second person turned to the first.", Privacy.Personal, Min = 0)]
    public long IncomingCount { get; init; }

    [Property("The first contact.", Privacy.Personal)]
    public DateTimeOffset? FirstAt { get; init; }

    [Property("The latest contact.", Privacy.Personal)]
    public DateTimeOffset? LastAt { get; init; }

    [Property("The first contact on the active clock, in horizons.", Privacy.Personal)]
    public double FirstActive { get; init; }

    [Property("The latest contact on the active clock, in horizons.", Privacy.Personal)]
    public double LastActive { get; init; }

    [Property("Sittings, each halved with every horizon on the active clock, as of the latest contact.", Privacy.Personal)]
    public double SittingSum { get; init; }

    [Property("Rows, each halved with every horizon on the active clock, as of the latest contact.", Privacy.Personal)]
    public double RowSum { get; init; }

    [Property("The further decayed sum of the channel's form, as of the latest contact.", Privacy.Personal)]
    public double FurtherSum { get; init; }

    private protected override string? LocalKey => ExternalId ?? Channel.ToString();
}
