namespace RelationshipGraph.Paths;

/// <summary>How strongly two members of a group are joined by it.</summary>
internal static class GroupStrength
{
    /// <summary>Below this a group does not connect two people.</summary>
    public const double Least = .02;

    private const double OfTwo = .5;
    private const double HalfLifeYears = 2;
    private const double DaysAYear = 365.25;

    /// <summary>While both are members: the less, the more members there are.</summary>
    /// <param name="members">Memberships that everyone may see; taken as 2 at least, for the two at hand are there.</param>
    public static double Of(int members) => OfTwo / Math.Sqrt(Math.Max(members, 2) - 1);

    /// <summary>A group with more members joins nobody so strongly; at least 2.</summary>
    public static int MembersMax(double strength) => (int)Math.Max(2, Math.Pow(OfTwo / strength, 2) + 2);

    /// <summary>Halved for every two years since not both were members any more.</summary>
    public static double Ended(double strength, int daysSince) =>
        strength * Math.Pow(2, -daysSince / DaysAYear / HalfLifeYears);
}
