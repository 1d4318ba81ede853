using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>What is known of a company or network in a surrounding.</summary>
/// <param name="Members">Its WORKS_AT or MEMBER_OF that everyone may see and that have begun by the day.</param>
/// <param name="IsPublic">Whether everyone may see it; else it counts no members.</param>
/// <param name="IsSensitive">Whether it is in no path.</param>
/// <param name="Seats">The seats in it that the viewer sees.</param>
internal sealed record SurroundingGroup(int Members, bool IsPublic, bool IsSensitive, IReadOnlyList<RecordId> Seats)
{
    /// <summary>One of which nothing is known.</summary>
    public static SurroundingGroup Unknown { get; } = new(int.MaxValue, false, false, []);

    /// <summary>One that is in no path.</summary>
    public static SurroundingGroup Sensitive { get; } = new(0, false, true, []);
}
