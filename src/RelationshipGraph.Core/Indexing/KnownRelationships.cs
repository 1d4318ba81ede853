using RelationshipGraph.Model;

namespace RelationshipGraph.Indexing;

/// <summary>Which relationship joined what, so that one that is gone can be taken out.</summary>
internal sealed class KnownRelationships
{
    private readonly int _snapshotTies;
    private readonly long[] _membershipIds;
    private readonly KnownMember[] _memberships;

    // Since the snapshot: the present state of what changed; null where it is gone.
    private readonly Dictionary<long, int?> _ties = [];
    private readonly Dictionary<long, KnownMember?> _changed = [];
    private readonly Dictionary<long, long> _seats = [];

    public KnownRelationships(SnapshotState read)
    {
        _snapshotTies = read.Ties.Count;
        (_membershipIds, _memberships) = (read.MembershipIds, read.Memberships);
        foreach (var (seat, state) in read.Seats)
        {
            foreach (var link in state.Holds.Keys.Concat(state.In.Keys))
            {
                _seats[link] = seat;
            }
        }
    }

    /// <summary>The tie's number among the ties; null where there is none.</summary>
    public int? TieNumber(RecordId id, GrowingTable<Tie> ties)
    {
        if (_ties.TryGetValue(id.Value, out var changed))
        {
            return changed;
        }

        // The ties of the snapshot lie in the order of their ids.
        var (low, high) = (0, _snapshotTies - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = ties[middle].Id;
            if (found == id.Value)
            {
                return middle;
            }

            (low, high) = found < id.Value ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public void SetTie(RecordId id, int? number) => _ties[id.Value] = number;

    /// <summary>Who is a member of what by a WORKS_AT or MEMBER_OF; a company as its complement; null where it is gone.</summary>
    public KnownMember? MemberOf(RecordId id)
    {
        if (_changed.TryGetValue(id.Value, out var changed))
        {
            return changed;
        }

        var place = Array.BinarySearch(_membershipIds, id.Value);
        return place >= 0 ? _memberships[place] : null;
    }

    public void SetMember(RecordId id, KnownMember? member) => _changed[id.Value] = member;

    /// <summary>The networks that a company is or was a member of.</summary>
    public IEnumerable<int> NetworksOf(int company) =>
        _memberships.Where(one => one.Member == ~company).Select(one => one.Group)
            .Concat(_changed.Values.Where(one => one?.Member == ~company).Select(one => one!.Value.Group));

    /// <summary>The seat that a seat, HOLDS or IN is about; null for any other record, and where nobody knows.</summary>
    public long? SeatOf(RecordId id, Record? record)
    {
        switch (id.Kind)
        {
            case RecordKind.Seat:
                return id.Value;
            case RecordKind.Holds when record is Holds holds:
                return _seats[id.Value] = holds.ToId.Value;
            case RecordKind.SeatIn when record is SeatIn into:
                return _seats[id.Value] = into.FromId.Value;
            case RecordKind.Holds or RecordKind.SeatIn:
                return _seats.TryGetValue(id.Value, out var seat) ? seat : null;
            default:
                return null;
        }
    }
}
