namespace RelationshipGraph.Model;

/// <summary>One word of a fixed set.</summary>
/// <param name="Name">Upper snake case, as stored and as the schema shows it.</param>
/// <param name="Meaning">What it says.</param>
public sealed record CodeModel(string Name, string Meaning);
