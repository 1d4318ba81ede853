namespace RelationshipGraph.Model;

/// <summary>What employees and contacts have in common.</summary>
public abstract record Person : Node
{
    [Property("Full name, as the person writes it. Not unique.", Privacy.Personal, Name = true)]
    public required string Name { get; init; }

    [Property("E-mail addresses, the usual one first.", Privacy.Personal, Format = TextFormat.Email, Search = true)]
    public ValueList<string> Emails { get; init; } = [];

    [Property("Job title.", Privacy.Personal, Search = true)]
    public string? Title { get; init; }

    [Property("Profession or trade, such as accountant or engineer.", Privacy.Personal)]
    public string? Profession { get; init; }

    [Property("Subjects the person works with or cares about.", Privacy.Personal, Search = true)]
    public ValueList<string> Topics { get; init; } = [];
}
