using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A snapshot and what changed since, in the hands of one writer that publishes views.</summary>
internal sealed class GraphWriter
{
    private readonly Snapshot _snapshot;
    private readonly GrowingTable<Tie> _ties;
    private readonly AccessTable _access;
    private readonly KnownRelationships _known;
    private readonly Dictionary<long, SeatState> _seats;
    private TieRows _rows;
    private PagedOverlay<PersonEntry> _people = PagedOverlay<PersonEntry>.Empty;
    private PagedOverlay<GroupEntry> _groups = PagedOverlay<GroupEntry>.Empty;
    private ImmutableDictionary<long, int> _newNumbers = ImmutableDictionary<long, int>.Empty;
    private int _personCount;
    private int _groupCount;

    public GraphWriter(SnapshotState read)
    {
        _snapshot = read.Snapshot;
        _ties = read.Ties;
        _access = read.Access;
        _seats = read.Seats;
        _known = new KnownRelationships(read);
        _rows = TieRows.Of(_snapshot);
        _personCount = _snapshot.PersonCount;
        _groupCount = _snapshot.GroupCount;
        Sequence = read.Sequence;
    }

    /// <summary>The last commit of the feed that has been applied.</summary>
    public long Sequence { get; set; }

    /// <summary>How much the snapshot holds.</summary>
    public long SnapshotSize => _snapshot.Size;

    /// <summary>How much lies beside the snapshot.</summary>
    public long DeltaSize { get; private set; }

    /// <summary>The kinds of records that it must be told of.</summary>
    public static bool IsAbout(RecordKind kind) => kind
        is RecordKind.Employee or RecordKind.Contact or RecordKind.Company or RecordKind.Network or RecordKind.Seat
        or RecordKind.Knows or RecordKind.WorksAt or RecordKind.MemberOf or RecordKind.Holds or RecordKind.SeatIn;

    public static Tie TieOf(Link link, int a, int b, AccessTable access) => new(
        link.Id.Value, a, b, double.IsNaN(link.Strength) ? TieStrength.Undeclared.Value : link.Strength,
        link.From, link.Until, access.NumberOf(link.Visibility, link.OwnerId));

    /// <summary>The graph as it is now. What is applied later does not change it.</summary>
    public GraphView Publish() => new(
        Sequence, _snapshot, _ties, _access, _personCount, _groupCount, _rows, _people, _groups, _newNumbers);

    /// <summary>Takes in the present state of records; those that are absent have been deleted. Repeating it changes
    /// nothing.</summary>
    public void Apply(IReadOnlyCollection<RecordId> changed, IReadOnlyDictionary<RecordId, Record> present)
    {
        var drafts = new Drafts(Publish());
        var tiesBefore = _ties.Count;

        // Nodes first: a relationship needs the numbers of its ends.
        foreach (var id in changed)
        {
            if (id.IsNode && id.Kind != RecordKind.Seat)
            {
                ApplyNode(id, present.GetValueOrDefault(id), drafts);
            }
        }

        foreach (var id in changed)
        {
            if (id.Kind is RecordKind.Knows)
            {
                ApplyTie(id, present.GetValueOrDefault(id), drafts);
            }
            else if (id.Kind is RecordKind.WorksAt or RecordKind.MemberOf)
            {
                ApplyMembership(id, present.GetValueOrDefault(id), drafts);
            }
        }

        ApplySeats(changed, present, drafts);
        var (people, groups) = drafts.Finish(_ties);
        DeltaSize += people.Sum(one => SizeOf(one.Value) - SizeOf(_people[one.Key]))
            + groups.Sum(one => SizeOf(one.Value) - SizeOf(_groups[one.Key]))
            + _ties.Count - tiesBefore;
        _people = _people.With(people);
        _rows = _rows.With(people);
        _groups = _groups.With(groups);
    }

    private static long SizeOf(PersonEntry? entry) => entry is null ? 0 : entry.Arcs.Length + entry.Joinings.Length + 1L;

    private static long SizeOf(GroupEntry? entry) => entry is null ? 0 : entry.Members.Length + 1L;

    private void ApplyNode(RecordId id, Record? record, Drafts drafts)
    {
        var isPerson = id.Kind is RecordKind.Employee or RecordKind.Contact;
        if (!TryNumberOf(id, out var number))
        {
            if (record is null)
            {
                return;
            }

            number = isPerson ? _personCount++ : _groupCount++;
            _newNumbers = _newNumbers.SetItem(id.Value, number);
            drafts.AddNew(id, number, isPerson);
        }

        var access = record is null ? 0 : _access.NumberOf(record.Visibility, record.OwnerId ?? default);
        if (isPerson)
        {
            drafts.SetPerson(number, record is not null, access, record is Employee employee && RecordFacts.IsActive(employee));
        }
        else
        {
            drafts.SetGroup(number, record is not null, access, Sensitivity.Of(record));
            foreach (var network in id.Kind == RecordKind.Company ? _known.NetworksOf(number) : [])
            {
                drafts.Group(network);
            }
        }
    }

    private void ApplyTie(RecordId id, Record? record, Drafts drafts)
    {
        if (_known.TieNumber(id, _ties) is { } old)
        {
            drafts.RemoveArcs(_ties[old], old);
        }

        if (record is Knows knows && knows.FromId != knows.ToId
            && TryNumberOf(knows.FromId, out var a) && TryNumberOf(knows.ToId, out var b))
        {
            var tie = TieOf(RecordFacts.LinkOf(knows), a, b, _access);
            var number = _ties.Add(tie);
            _known.SetTie(id, number);
            drafts.AddArcs(tie, number);
        }
        else
        {
            _known.SetTie(id, null);
        }
    }

    private void ApplyMembership(RecordId id, Record? record, Drafts drafts)
    {
        if (_known.MemberOf(id) is { } member)
        {
            drafts.RemoveMembership(id.Value, member.Member, member.Group);
        }

        if (record is Relationship link
            && TryNumberOf(link.FromId, out var from) && TryNumberOf(link.ToId, out var group))
        {
            var number = link.FromId.Kind == RecordKind.Company ? ~from : from;
            _known.SetMember(id, new KnownMember(number, group));
            drafts.AddMembership(number, group, Membership.Of(RecordFacts.LinkOf(link), _access));
        }
        else
        {
            _known.SetMember(id, null);
        }
    }

    private void ApplySeats(
        IReadOnlyCollection<RecordId> changed, IReadOnlyDictionary<RecordId, Record> present, Drafts drafts)
    {
        var touched = new HashSet<long>();
        foreach (var id in changed)
        {
            if (_known.SeatOf(id, present.GetValueOrDefault(id)) is { } seat)
            {
                touched.Add(seat);
            }
        }

        foreach (var seat in touched)
        {
            EachMembership(seat, (person, group, _) => drafts.RemoveMembership(seat, person, group));
        }

        foreach (var id in changed)
        {
            if (_known.SeatOf(id, present.GetValueOrDefault(id)) is { } seat)
            {
                SetSeat(seat, id, present.GetValueOrDefault(id));
            }
        }

        foreach (var seat in touched)
        {
            EachMembership(seat, (person, group, membership) => drafts.AddMembership(person, group, membership));
        }
    }

    private void SetSeat(long seat, RecordId id, Record? record)
    {
        if (!_seats.TryGetValue(seat, out var state))
        {
            state = new SeatState();
            _seats.Add(seat, state);
        }

        switch (id.Kind)
        {
            case RecordKind.Seat:
                state.Seat = record is null ? null : RecordFacts.PointOf(record);
                break;
            case RecordKind.Holds:
                Set(state.Holds, id, record);
                break;
            default:
                Set(state.In, id, record);
                break;
        }

        if (state is { Seat: null, Holds.Count: 0, In.Count: 0 })
        {
            _seats.Remove(seat);
        }

        static void Set(Dictionary<long, Link> links, RecordId id, Record? record)
        {
            if (record is Relationship link)
            {
                links[id.Value] = RecordFacts.LinkOf(link);
            }
            else
            {
                links.Remove(id.Value);
            }
        }
    }

    private void EachMembership(long seat, Action<int, int, Membership> action)
    {
        if (_seats.TryGetValue(seat, out var state))
        {
            foreach (var (employee, network, membership) in state.Memberships(_access))
            {
                if (TryNumberOf(employee, out var person) && TryNumberOf(network, out var group))
                {
                    action(person, group, membership);
                }
            }
        }
    }

    // Also that of a node that has been deleted: what remains of it must be found.
    private bool TryNumberOf(RecordId id, out int number)
    {
        number = id.Kind is RecordKind.Employee or RecordKind.Contact
            ? _snapshot.FindPerson(id.Value)
            : _snapshot.FindGroup(id.Value);
        return number >= 0 || _newNumbers.TryGetValue(id.Value, out number);
    }
}
