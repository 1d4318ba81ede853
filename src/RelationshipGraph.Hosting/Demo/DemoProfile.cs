namespace RelationshipGraph.Hosting.Demo;

/// <summary>What decides whether a network suits somebody. All of it can be read from the person's records.</summary>
/// <param name="Trade">What the person works with; the profession.</param>
/// <param name="Level">1 trainee, 2 specialist, 3 manager, 4 top management; the title and the seniority.</param>
/// <param name="Topics">What the person cares about.</param>
/// <param name="Region">Where the person works.</param>
internal sealed record DemoProfile(DemoTrade Trade, int Level, string[] Topics, string? Region);
