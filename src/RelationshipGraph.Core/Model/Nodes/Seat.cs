namespace RelationshipGraph.Model;

/// <summary>An employee's membership of a network, with what was agreed about it.</summary>
[Node(RecordKind.Seat, "seats", "An employee's membership of a network, with what was agreed about it.", Writers =
    Roles.Strategy)]
public sealed record Seat : Node
{
    [Property("The role held in the network.")]
    public string? Role { get; init; }

    [Property("Where it is in its life cycle.")]
    public SeatStatus Status { get; init; } = SeatStatus.Member;

    /// <summary>Whether somebody sits there or has sat there: what is only wanted or applied for is no membership.</summary>
    public bool HasBegun => Status is not (SeatStatus.Wanted or SeatStatus.Applied);

    [Property("The first day of membership. Unknown: open.")]
    public DateOnly? From { get; init; }

    [Property("The first day after membership. Unknown: open.")]
    public DateOnly? Until { get; init; }

    [Property("The employee who goes instead when needed.", Refers = [RecordKind.Employee])]
    public RecordId? SubstituteId { get; init; }

    [Property("Time agreed for the seat.", Unit = "hours a month")]
    public Hours? AgreedHours { get; init; }

    [Property("What the ambassador is to reach, in words.", LengthMax = Limits.LongTextMax)]
    public string? ExpectedGoals { get; init; }

    [Property("What the company promises in return, in words.", LengthMax = Limits.LongTextMax)]
    public string? CompanyPromise { get; init; }

    [Property("The day the ambassador agreed.")]
    public DateOnly? AmbassadorAgreedOn { get; init; }

    [Property("The day the manager agreed.")]
    public DateOnly? ManagerAgreedOn { get; init; }

    [Property("The day the guidelines were acknowledged.")]
    public DateOnly? GuidelinesAcknowledgedOn { get; init; }

    [Property("The edition of the guidelines that was acknowledged.", Min = 1)]
    public int? GuidelinesEdition { get; init; }
}
