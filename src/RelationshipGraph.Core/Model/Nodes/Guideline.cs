namespace RelationshipGraph.Model;

/// <summary>One of the company's own ground rules.</summary>
[Node(RecordKind.Guideline, "guidelines", "One of the company's own ground rules.", Writers = Roles.Strategy)]
public sealed record Guideline : Node
{
    [Property("The rule in a line.", Name = true)]
    public required string Title { get; init; }

    [Property("The rule in full.", LengthMax = Limits.LongTextMax, Search = true)]
    public string? Text { get; init; }

    [Property("Which version of it this is, from 1.", Min = 1)]
    public int Edition { get; init; } = 1;

    [Property("The number the rule turns on, in the unit the text names.", Min = -1e15, Max = 1e15)]
    public double? Threshold { get; init; }

    [Property("The day it came into force.")]
    public DateOnly? InForceFrom { get; init; }

    [Property("The first day it no longer holds.")]
    public DateOnly? InForceUntil { get; init; }
}
