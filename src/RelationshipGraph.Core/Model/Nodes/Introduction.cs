namespace RelationshipGraph.Model;

/// <summary>One person asking another to introduce them to a third.</summary>
/// <remarks>
/// Where it stands, and when it came there, is set by the steps of an introduction, which keep what must hold between them.
/// </remarks>
[Node(RecordKind.Introduction, "introductions",
    "One person asking another to introduce them to a third.", Writers = Roles.Sales, Own = true)]
public sealed record Introduction : Node
{
    [Property("The employee who wants to be introduced.", Refers = [RecordKind.Employee], Indexed = true)]
    public required RecordId AskerId { get; init; }

    [Property("The person who is asked to introduce.", Refers = [RecordKind.Employee, RecordKind.Contact], Indexed = true)]
    public RecordId? IntroducerId { get; init; }

    [Property("The person to be introduced to.", Refers = [RecordKind.Employee, RecordKind.Contact])]
    public required RecordId TargetId { get; init; }

    [Property("The people on the path, from the asker to the target.", Refers = [RecordKind.Employee, RecordKind.Contact])]
    public ValueList<RecordId> PathIds { get; init; } = [];

    [Property("Where it stands.", Step = true)]
    public IntroductionState State { get; init; } = IntroductionState.Drafted;

    [Property("Why it was declined, withdrawn or lost, or what won it.", LengthMax = Limits.LongTextMax, Step = true)]
    public string? Reason { get; init; }

    [Property("The day the introducer was asked.", Step = true)]
    public DateOnly? AskedOn { get; init; }

    [Property("The day the introduction was made.", Step = true)]
    public DateOnly? MadeOn { get; init; }

    [Property("The day it ended, well or not.", Step = true)]
    public DateOnly? EndedOn { get; init; }

    [Property("What the asker tells the introducer.", Privacy.Personal, LengthMax = Limits.LongTextMax)]
    public string? Note { get; init; }

    [Property("The day the introducer accepted or, without having accepted, declined.", Step = true)]
    public DateOnly? AnsweredOn { get; init; }

    [Property("What the target says to it; nothing where the target was not asked.", Step = true)]
    public TargetConsent? TargetConsent { get; init; }

    [Property("The day the target was asked.", Step = true)]
    public DateOnly? TargetAskedOn { get; init; }

    [Property("The day the target said yes or no.", Step = true)]
    public DateOnly? TargetAnsweredOn { get; init; }

    [Property("The day the asker and the target met.", Step = true)]
    public DateOnly? MetOn { get; init; }

    [Property("The meeting it led to.", Refers = [RecordKind.Meeting], Step = true)]
    public RecordId? MeetingId { get; init; }
}
