namespace RelationshipGraph.Model;

/// <summary>A part of the market: industries, sizes, regions and relations taken together.</summary>
[Node(RecordKind.Segment, "segments",
    "A part of the market: industries, sizes, regions and relations taken together.", Writers = Roles.Strategy)]
public sealed record Segment : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("Industry codes, or the beginnings of them.")]
    public ValueList<string> IndustryCodes { get; init; } = [];

    [Property("Sizes; empty: any.")]
    public ValueList<CompanySize> Sizes { get; init; } = [];

    [Property("Regions; empty: any.")]
    public ValueList<string> Regions { get; init; } = [];

    [Property("Relations; empty: any.")]
    public ValueList<CompanyRelation> Relations { get; init; } = [];

    [Property("Whether the company wants more of it.")]
    public bool? IsWanted { get; init; }

    [Property("How much it matters beside the others.")]
    public Share? Weight { get; init; }
}
