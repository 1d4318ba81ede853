namespace RelationshipGraph.Model;

/// <summary>An idea brought home, and what became of it.</summary>
[Node(RecordKind.Idea, "ideas", "An idea brought home, and what became of it.", Own = true)]
public sealed record Idea : Node
{
    [Property("The idea in a line.", Name = true)]
    public required string Title { get; init; }

    [Property("The idea in full.", LengthMax = Limits.LongTextMax, Search = true)]
    public string? Text { get; init; }

    [Property("Where it stands.")]
    public IdeaStatus Status { get; init; } = IdeaStatus.New;

    [Property("The employee who brought it.", Refers = [RecordKind.Employee])]
    public RecordId? AuthorId { get; init; }

    [Property("The day it was decided.")]
    public DateOnly? DecidedOn { get; init; }

    [Property("What was decided and why.", LengthMax = Limits.LongTextMax)]
    public string? Decision { get; init; }

    [Property("What it led to.", LengthMax = Limits.LongTextMax)]
    public string? Effect { get; init; }
}
