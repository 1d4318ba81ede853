namespace RelationshipGraph.Indexing;

/// <summary>One KNOWS record: two people by their numbers, its strength, when it holds and who may see it.</summary>
/// <param name="Id">The record's number.</param>
/// <param name="A">The person it starts at.</param>
/// <param name="B">The person it ends at.</param>
/// <param name="Strength">Declared, or what stands for an undeclared one.</param>
/// <param name="From">First day, as days since 1970-01-01.</param>
/// <param name="Until">First day after.</param>
/// <param name="Access">Its rule in the access table; 0 for everyone.</param>
internal readonly record struct Tie(long Id, int A, int B, double Strength, int From, int Until, int Access)
{
    public bool HasPeriod => From != int.MinValue || Until != int.MaxValue;
}
