namespace RelationshipGraph.Model;

/// <summary>One person asking another to introduce them to a third.</summary>
[Node(RecordKind.Introduction, "introductions",
    "One person asking another to introduce them to a third.", Writers = Roles.Sales, Own = true)]
public sealed record Introduction : Node
{
    [Property("The employee who wants to be introduced.", Refers = [RecordKind.Employee])]
    public required RecordId AskerId { get; init; }

    [Property("The person who is asked to introduce.", Refers = [RecordKind.Employee, RecordKind.Contact])]
    public RecordId? IntroducerId { get; init; }

    [Property("The person to be introduced to.", Refers = [RecordKind.Employee, RecordKind.Contact])]
    public required RecordId TargetId { get; init; }

    [Property("The people on the path, from the asker to the target.", Refers = [RecordKind.Employee, RecordKind.Contact])]
    public ValueList<RecordId> PathIds { get; init; } = [];

    [Property("Where it stands.")]
    public IntroductionState State { get; init; } = IntroductionState.Drafted;

    [Property("Why it was declined or lost.", LengthMax = Limits.LongTextMax)]
    public string? Reason { get; init; }

    [Property("The day the introducer was asked.")]
    public DateOnly? AskedOn { get; init; }

    [Property("The day the introduction was made.")]
    public DateOnly? MadeOn { get; init; }

    [Property("The day it ended, well or not.")]
    public DateOnly? EndedOn { get; init; }
}
