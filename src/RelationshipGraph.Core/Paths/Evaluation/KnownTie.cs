namespace RelationshipGraph.Paths.Evaluation;

/// <summary>A tie of a person.</summary>
/// <param name="Other">The other end.</param>
/// <param name="Strength">0 to 1.</param>
internal readonly record struct KnownTie(int Other, double Strength);
