namespace RelationshipGraph.Indexing;

/// <summary>A whole graph laid out, with what a writer needs to follow the feed from there.</summary>
internal sealed class SnapshotState
{
    /// <summary>The last commit of the feed that is in it for certain.</summary>
    public required long Sequence { get; init; }

    /// <summary>How much of the graph it is.</summary>
    public required IndexParts Parts { get; init; }

    public required Snapshot Snapshot { get; init; }

    /// <summary>In the order of their ids.</summary>
    public required GrowingTable<Tie> Ties { get; init; }

    public required AccessTable Access { get; init; }

    /// <summary>Every seat by its number.</summary>
    public required Dictionary<long, SeatState> Seats { get; init; }

    /// <summary>Every WORKS_AT, MEMBER_OF and seat that joins somebody, in the order of their numbers.</summary>
    public required long[] MembershipIds { get; init; }

    /// <summary>Whom each of them joins to what; a company as its complement.</summary>
    public required KnownMember[] Memberships { get; init; }

    /// <summary>Every contact.</summary>
    public required ActState Acts { get; init; }

    public static SnapshotState Of(SnapshotReader read)
    {
        var count = read.Graph.Memberships.Count;
        var (ids, memberships) = (new long[count], new KnownMember[count]);
        for (var i = 0; i < count; i++)
        {
            ref readonly var one = ref read.Graph.Memberships[i];
            ids[i] = one.Membership.Record;
            memberships[i] = new KnownMember(one.Member, one.Group);
        }

        Array.Sort(ids, memberships);
        return new SnapshotState
        {
            Sequence = read.Sequence,
            Parts = read.Parts,
            Snapshot = SnapshotBuilder.Build(read.Graph),
            Ties = read.Graph.Ties,
            Access = read.Graph.Access,
            Seats = read.Seats,
            MembershipIds = ids,
            Memberships = memberships,
            Acts = read.Acts,
        };
    }
}

/// <summary>Who is a member of what.</summary>
/// <param name="Member">The person; the complement of the company's number where a company is the member.</param>
/// <param name="Group">The company or network.</param>
internal readonly record struct KnownMember(int Member, int Group);
