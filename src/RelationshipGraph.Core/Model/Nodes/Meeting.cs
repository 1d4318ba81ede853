namespace RelationshipGraph.Model;

/// <summary>A meeting of a network or with a company.</summary>
[Node(RecordKind.Meeting, "meetings", "A meeting of a network or with a company.", Own = true)]
public sealed record Meeting : Node
{
    [Property("When it began.", Moment = true)]
    public required DateTimeOffset StartsAt { get; init; }

    [Property("What it was about.", Search = true)]
    public string? Topic { get; init; }

    [Property("How long it lasted.", Unit = "minutes", Min = 0, Max = 44640)]
    public int? Minutes { get; init; }

    [Property("How it was held.")]
    public MeetingForm? Form { get; init; }

    [Property("Where it was held.", Search = true)]
    public string? Place { get; init; }
}
