namespace RelationshipGraph.Indexing;

/// <summary>The graph as arrays; never changed once it is built.</summary>
/// <remarks>
/// People have successive numbers, employees first, both in the order of their ids; so have groups, companies first. What
/// belongs to number n lies from Start[n] to before Start[n + 1]. A group of n people costs n entries at each side, not n².
/// </remarks>
internal sealed class Snapshot
{
    public required long[] PersonIds { get; init; }

    public required int EmployeeCount { get; init; }

    /// <summary>Of each employee, whether still at work here.</summary>
    public required bool[] EmployeeActive { get; init; }

    /// <summary>Each person's rule in the access table.</summary>
    public required int[] PersonAccess { get; init; }

    public required int[] ArcStart { get; init; }

    public required Arc[] Arcs { get; init; }

    /// <summary>Where each person's arcs end that everyone may see.</summary>
    public required int[] PublicArcEnd { get; init; }

    /// <summary>What ties at each person cost at least.</summary>
    public required CostBounds[] Bounds { get; init; }

    public required int[] JoiningStart { get; init; }

    public required Joining[] Joinings { get; init; }

    public required long[] GroupIds { get; init; }

    public required int CompanyCount { get; init; }

    public required int[] GroupAccess { get; init; }

    public required bool[] GroupSensitive { get; init; }

    public required int[] MemberStart { get; init; }

    public required Member[] Members { get; init; }

    /// <summary>Where each group's members end that everyone may see.</summary>
    public required int[] PublicMemberEnd { get; init; }

    public int PersonCount => PersonIds.Length;

    public int GroupCount => GroupIds.Length;

    /// <summary>How much there is, to compare a delta with.</summary>
    public long Size => Arcs.Length + Members.Length + PersonCount + GroupCount;

    /// <summary>The person's number; -1 for an id that is none.</summary>
    public int FindPerson(long id) => Find(PersonIds, EmployeeCount, id);

    /// <summary>The group's number; -1 for an id that is none.</summary>
    public int FindGroup(long id) => Find(GroupIds, CompanyCount, id);

    private static int Find(long[] ids, int firstCount, long id)
    {
        var inFirst = Array.BinarySearch(ids, 0, firstCount, id);
        var found = inFirst >= 0 ? inFirst : Array.BinarySearch(ids, firstCount, ids.Length - firstCount, id);
        return Math.Max(found, -1);
    }
}
