using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>A snapshot and what changed since, in the hands of one writer that publishes views.</summary>
internal sealed class GraphWriter
{
    private readonly Snapshot _snapshot;
    private readonly GrowingTable<Tie> _ties;
    private readonly AccessTable _access;
    private readonly KnownRelationships _known;
    private readonly Dictionary<long, SeatState> _seats;
    private readonly ActLogWriter _acts;
    private readonly FitsInForce _fits;
    private HashSet<int> _changed = [];
    private HashSet<int> _acted = [];
    private TieRows _rows;
    private PagedOverlay<PersonEntry> _people = PagedOverlay<PersonEntry>.Empty;
    private PagedOverlay<GroupEntry> _groups = PagedOverlay<GroupEntry>.Empty;
    private ImmutableDictionary<long, int> _newNumbers = ImmutableDictionary<long, int>.Empty;
    private long _deltaSize;
    private int _personCount;
    private int _groupCount;

    /// <param name="read">The snapshot.</param>
    /// <param name="fits">The fitted constants in force, read after it.</param>
    public GraphWriter(SnapshotState read, FitsInForce fits)
    {
        _fits = fits;
        _snapshot = read.Snapshot;
        _ties = read.Ties;
        _access = read.Access;
        _seats = read.Seats;
        _known = new KnownRelationships(read);
        _rows = TieRows.Of(_snapshot);
        _personCount = _snapshot.PersonCount;
        _groupCount = _snapshot.GroupCount;
        _acts = new ActLogWriter(
            read.Acts, Enumerable.Range(0, _personCount).Where(person => _snapshot.PersonAccess[person] != 0));
        (Sequence, Parts) = (read.Sequence, read.Parts);
    }

    /// <summary>The last commit of the feed that has been applied.</summary>
    public long Sequence { get; set; }

    /// <summary>How much the snapshot holds.</summary>
    public long SnapshotSize => _snapshot.Size + _acts.LaidOut;

    /// <summary>The contacts as they are now.</summary>
    public ActLog Log => _acts.Log;

    /// <summary>By what strengths are worked out as it is now.</summary>
    public StrengthModel Model => _fits.Model;

    /// <summary>How much lies beside the snapshot.</summary>
    public long DeltaSize => _deltaSize + _acts.DeltaSize;

    /// <summary>How much of the graph it holds.</summary>
    public IndexParts Parts { get; }

    /// <summary>The kinds of records that it must be told of.</summary>
    public bool IsAbout(RecordKind kind) => kind switch
    {
        RecordKind.Employee or RecordKind.Contact or RecordKind.Company or RecordKind.WorksAt => true,
        RecordKind.Interaction or RecordKind.Meeting or RecordKind.Attended or RecordKind.StrengthFit => true,
        RecordKind.Network or RecordKind.Seat => Parts == IndexParts.All,
        RecordKind.Knows or RecordKind.MemberOf or RecordKind.Holds or RecordKind.SeatIn => Parts == IndexParts.All,
        _ => false,
    };

    public static Tie TieOf(Link link, int a, int b, AccessTable access) => new(
        link.Id.Value, a, b, StrengthOf(link), link.From, link.Until, access.NumberOf(link.Visibility, link.OwnerId));

    /// <summary>The strength that a KNOWS declares, or what stands for it.</summary>
    public static double StrengthOf(Link link) =>
        double.IsNaN(link.Strength) ? TieStrength.Undeclared.Value : link.Strength;

    /// <summary>The graph as it is now. What is applied later does not change it.</summary>
    public GraphView Publish() => new(
        Sequence, _snapshot, _ties, _access, _personCount, _groupCount, _rows, _people, _groups, _newNumbers);

    /// <summary>Who has changed since it was last asked: in the graph, and by contacts.</summary>
    public (HashSet<int> Changed, HashSet<int> Acted) TakeTouched()
    {
        var touched = (_changed, _acted);
        (_changed, _acted) = ([], []);
        return touched;
    }

    /// <summary>Takes in the present state of records; those that are absent have been deleted. Repeating it changes
    /// nothing.</summary>
    public void Apply(IReadOnlyCollection<RecordId> changed, IReadOnlyDictionary<RecordId, Record> present)
    {
        var drafts = new Drafts(Publish());
        var tiesBefore = _ties.Count;
        var meetings = MeetingsToLayAnew(changed, present);
        foreach (var meeting in meetings)
        {
            _acts.Lift(meeting, NumberOfPerson);
        }

        // Nodes first: a relationship needs the numbers of its ends.
        foreach (var id in changed)
        {
            if (id.Kind == RecordKind.StrengthFit)
            {
                _fits.Apply(id, present.GetValueOrDefault(id) as StrengthFit);
            }
            else if (id.IsNode && id.Kind is not (RecordKind.Seat or RecordKind.Meeting))
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
        ApplyActs(changed, present, meetings);
        var (people, groups) = drafts.Finish(_ties);
        _changed.UnionWith(people.Keys);
        _deltaSize += people.Sum(one => SizeOf(one.Value) - SizeOf(_people[one.Key]))
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
            _acts.SetHidden(number, access != 0);
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

    // Those that change, and those of people whom from now on everyone may see, or no longer.
    private HashSet<long> MeetingsToLayAnew(
        IReadOnlyCollection<RecordId> changed, IReadOnlyDictionary<RecordId, Record> present)
    {
        var meetings = new HashSet<long>();
        foreach (var id in changed)
        {
            var record = present.GetValueOrDefault(id);
            if (_acts.MeetingOf(id, record) is { } meeting)
            {
                meetings.Add(meeting);
            }
            else if (id.Kind is RecordKind.Employee or RecordKind.Contact
                && record is { Visibility: Visibility.Everyone } != IsOpen(id))
            {
                meetings.UnionWith(_acts.MeetingsOf(id));
            }
        }

        return meetings;
    }

    private bool IsOpen(RecordId person) => NumberOfPerson(person) is { } number && !_acts.IsHidden(number);

    private void ApplyActs(
        IReadOnlyCollection<RecordId> changed, IReadOnlyDictionary<RecordId, Record> present, HashSet<long> meetings)
    {
        foreach (var id in changed)
        {
            var record = present.GetValueOrDefault(id);
            if (id.Kind == RecordKind.Interaction)
            {
                ApplyAct(id, record as Interaction);
            }
            else if (_acts.MeetingOf(id, record) is { } meeting)
            {
                _acts.SetMeeting(meeting, id, record);
            }
        }

        foreach (var meeting in meetings)
        {
            _acts.Lay(meeting, NumberOfPerson);
        }

        _acted.UnionWith(_acts.Finish());
    }

    private void ApplyAct(RecordId id, Interaction? interaction)
    {
        if (interaction is not null && interaction.FromId != interaction.ToId
            && TryNumberOf(interaction.FromId, out var from) && TryNumberOf(interaction.ToId, out var to))
        {
            var act = Act.Of(interaction);
            var access = _access.NumberOf(act.Visibility, act.OwnerId);
            var (strand, row) = ActStateBuilder.Laid(act, from, to, _acts.SourceOf(act.Source), access);
            _acts.Set(id.Value, strand, row);
        }
        else
        {
            _acts.Set(id.Value, null, default);
        }
    }

    private int? NumberOfPerson(RecordId id) => TryNumberOf(id, out var number) ? number : null;

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
