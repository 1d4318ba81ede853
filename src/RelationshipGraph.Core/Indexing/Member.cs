namespace RelationshipGraph.Indexing;

/// <summary>A membership seen from its group. Sorted: what everyone may see first, then by its first day.</summary>
/// <param name="Record">The WORKS_AT, MEMBER_OF or seat that says so, by its number.</param>
/// <param name="Person">The person; the complement of the company's number where a company is the member.</param>
/// <param name="From">First day as recorded; <see cref="int.MinValue"/> where unknown.</param>
/// <param name="Begin">First day: the day from which it was known, where the first day is not.</param>
/// <param name="Until">First day after.</param>
/// <param name="Access">Its rule in the access table; 0 for everyone.</param>
/// <param name="IsPublic">Whether everyone may see it and both of its ends.</param>
internal readonly record struct Member(
    long Record, int Person, int From, int Begin, int Until, int Access, bool IsPublic) : IComparable<Member>
{
    public int CompareTo(Member other)
    {
        var byPublic = other.IsPublic.CompareTo(IsPublic);
        var byBegin = byPublic != 0 ? byPublic : Begin.CompareTo(other.Begin);
        return byBegin != 0 ? byBegin : Record.CompareTo(other.Record);
    }
}

/// <summary>A membership seen from the person.</summary>
/// <param name="Record">The record that says so, by its number.</param>
/// <param name="Group">The company or network.</param>
/// <param name="From">First day as recorded; <see cref="int.MinValue"/> where unknown.</param>
/// <param name="Begin">First day: the day from which it was known, where the first day is not.</param>
/// <param name="Until">First day after.</param>
/// <param name="Access">Its rule in the access table; 0 for everyone.</param>
internal readonly record struct Joining(long Record, int Group, int From, int Begin, int Until, int Access);
