namespace RelationshipGraph.Model;

/// <summary>One of the company's own people; any of them can be sent into a network.</summary>
[Node(RecordKind.Employee, "employees", "One of the company's own people; any of them can be sent into a network.")]
public sealed record Employee : Person
{
    [Property("What the work is, for the standard hourly cost.", Privacy.Personal)]
    public string? JobGroup { get; init; }

    [Property("First working day.", Privacy.Personal)]
    public DateOnly? StartedOn { get; init; }

    [Property("Whether the person still works here.")]
    public bool IsActive { get; init; } = true;

    [Property("Time agreed for networking.", Privacy.Personal, Unit = "hours a month")]
    public Hours? NetworkingHours { get; init; }

    [Property("Purposes the person wishes to network for.", Privacy.Personal)]
    public ValueList<NetworkPurpose> WishedPurposes { get; init; } = [];

    [Property("Subjects the person wishes to learn or talk about.", Privacy.Personal)]
    public ValueList<string> WishedTopics { get; init; } = [];

    [Property("Places the person is willing to go to.", Privacy.Personal)]
    public ValueList<string> WishedPlaces { get; init; } = [];

    [Property("How the person prefers to meet.", Privacy.Personal)]
    public NetworkForm? WishedForm { get; init; }
}
