using System.Globalization;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A version of the protocol. 4.4 and 5.0 to 5.8 are spoken.</summary>
internal readonly record struct BoltVersion(byte Major, byte Minor) : IComparable<BoltVersion>
{
    public static readonly BoltVersion Oldest = new(4, 4);
    public static readonly BoltVersion Newest = new(5, 8);

    public bool IsSpoken => this == Oldest || (Major == 5 && Minor <= Newest.Minor);

    /// <summary>Credentials go in a message of their own.</summary>
    public bool HasLogon => this >= new BoltVersion(5, 1);

    public bool HasNotificationFilter => this >= new BoltVersion(5, 2);

    public bool HasAgentMap => this >= new BoltVersion(5, 3);

    public int CompareTo(BoltVersion other) => ((Major << 8) + Minor).CompareTo((other.Major << 8) + other.Minor);

    public static bool operator <(BoltVersion left, BoltVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(BoltVersion left, BoltVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(BoltVersion left, BoltVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BoltVersion left, BoltVersion right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
