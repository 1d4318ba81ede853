using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>The contacts of two people that are counted together.</summary>
/// <param name="A">The person with the lower number.</param>
/// <param name="B">The person with the higher number.</param>
/// <param name="Source">Where they were noted: one source, one clock.</param>
/// <param name="Channel">How the two were in contact.</param>
/// <param name="Access">Who may see them, in the access table; 0 for everyone.</param>
internal readonly record struct Strand(int A, int B, int Source, Channel Channel, int Access)
{
    /// <summary>The source of what was entered here, by hand or by a program that named none.</summary>
    public const int EnteredHere = 0;

    /// <summary>The source of meetings that both attended.</summary>
    public const int Meetings = 1;

    public int Other(int person) => person == A ? B : A;
}

/// <summary>One contact on a strand.</summary>
/// <param name="Id">The interaction, or the meeting, by its number.</param>
/// <param name="At">When, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Direction">Who turned to whom, seen from the strand's first person.</param>
/// <param name="OthersPresent">How many took part besides one of the two.</param>
internal readonly record struct ActRow(long Id, long At, ContactDirection Direction, int OthersPresent) : IComparable<ActRow>
{
    public int CompareTo(ActRow other)
    {
        var byTime = At.CompareTo(other.At);
        return byTime != 0 ? byTime : Id.CompareTo(other.Id);
    }
}
