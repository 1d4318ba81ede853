namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>A version of the protocol.</summary>
internal readonly record struct BoltVersion(int Major, int Minor) : IComparable<BoltVersion>
{
    /// <summary>The oldest we speak.</summary>
    public static BoltVersion Oldest => new(4, 4);

    /// <summary>The newest we speak.</summary>
    public static BoltVersion Newest => new(5, 8);

    /// <summary>Whether credentials come in a message of their own.</summary>
    public bool HasLogon => CompareTo(new(5, 1)) >= 0;

    /// <summary>Whether the client must say what it is made of.</summary>
    public bool HasBoltAgent => CompareTo(new(5, 3)) >= 0;

    /// <summary>Whether we speak it. No server has ever spoken 5.5.</summary>
    public bool IsSpoken => this == Oldest || (Major == 5 && Minor is >= 0 and <= 8 and not 5);

    public int CompareTo(BoltVersion other) =>
        Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public override string ToString() => $"{Major}.{Minor}";
}
