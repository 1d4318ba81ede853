using System.Collections.Immutable;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>The graph of people, companies and networks at one moment; immutable, for any number of readers.</summary>
/// <remarks>It holds what anybody may see: who reads it says for whom, and looks through a <see cref="Sight"/>.</remarks>
public sealed class GraphView
{
    private readonly Snapshot _snapshot;
    private readonly TieRows _rows;
    private readonly PagedOverlay<PersonEntry> _people;
    private readonly PagedOverlay<GroupEntry> _groups;
    private readonly ImmutableDictionary<long, int> _newNumbers;
    private readonly int[]? _sizes;
    private readonly GrowingTable<Tie>? _computed;

    internal GraphView(
        long sequence, Snapshot snapshot, GrowingTable<Tie> ties, AccessTable access, int personCount, int groupCount,
        TieRows rows, PagedOverlay<PersonEntry> people, PagedOverlay<GroupEntry> groups,
        ImmutableDictionary<long, int> newNumbers)
    {
        Sequence = sequence;
        _snapshot = snapshot;
        Ties = ties;
        Access = access;
        PersonCount = personCount;
        GroupCount = groupCount;
        _rows = rows;
        _people = people;
        _groups = groups;
        _newNumbers = newNumbers;
    }

    /// <summary>A part of a graph, of which not all members of its groups were read.</summary>
    /// <param name="read">The part.</param>
    /// <param name="snapshot">The same, laid out.</param>
    /// <param name="sizes">By a group's number its memberships that everyone may see and that have begun, on the day for which
    /// the part was read.</param>
    internal GraphView(ReadGraph read, Snapshot snapshot, int[] sizes)
        : this(
            0, snapshot, read.Ties, read.Access, snapshot.PersonCount, snapshot.GroupCount, TieRows.Of(snapshot),
            PagedOverlay<PersonEntry>.Empty, PagedOverlay<GroupEntry>.Empty, ImmutableDictionary<long, int>.Empty) =>
        _sizes = sizes;

    /// <summary>The same graph with the strengths of one day.</summary>
    private GraphView(
        GraphView basis, ActDay acts, StrengthModel model, GrowingTable<Tie> computed, TieRows rows)
        : this(
            basis.Sequence, basis._snapshot, basis.Ties, basis.Access, basis.PersonCount, basis.GroupCount, rows,
            basis._people, basis._groups, basis._newNumbers) =>
        (Declared, Acts, Model, _computed, _sizes) = (basis.Declared, acts, model, computed, basis._sizes);

    /// <summary>The last commit of the feed that it contains.</summary>
    public long Sequence { get; }

    /// <summary>Numbers given to people; those of deleted ones are not given again.</summary>
    public int PersonCount { get; }

    /// <summary>Numbers given to companies and networks; those of deleted ones are not given again.</summary>
    public int GroupCount { get; }

    internal GrowingTable<Tie> Ties { get; }

    internal AccessTable Access { get; }

    /// <summary>The same graph with declared ties only.</summary>
    internal GraphView Declared { get => field ?? this; private init; }

    /// <summary>The contacts by the end of its day; null where it is for any day, with declared ties only.</summary>
    internal ActDay? Acts { get; }

    /// <summary>What the strengths were worked out by.</summary>
    internal StrengthModel Model { get; } = StrengthModel.Shipped;

    /// <summary>The ties of everybody.</summary>
    internal TieRows Rows => _rows;

    /// <summary>The tie that an arc is a side of.</summary>
    internal ref readonly Tie TieOf(in Arc arc) => ref arc.IsComputed ? ref _computed![arc.Tie] : ref Ties[arc.Tie];

    /// <summary>The same graph with what was worked out for a day.</summary>
    /// <param name="acts">The contacts by the end of the day.</param>
    /// <param name="model">By what it was worked out.</param>
    /// <param name="computed">The ties.</param>
    /// <param name="rows">The ties of everybody with them.</param>
    internal GraphView On(ActDay acts, StrengthModel model, GrowingTable<Tie> computed, TieRows rows) =>
        new(this, acts, model, computed, rows);

    /// <summary>The same graph with the contacts by the end of a day; its ties stay those that somebody declared.</summary>
    internal GraphView With(ActDay acts, StrengthModel model) => new(this, acts, model, new GrowingTable<Tie>(), _rows);

    /// <summary>A person with what was worked out, in place of what it was worked out with.</summary>
    /// <param name="person">The person.</param>
    /// <param name="further">The person's sides of what was worked out.</param>
    /// <param name="computed">The ties that were worked out.</param>
    internal PersonEntry EntryOf(int person, IReadOnlyCollection<Arc> further, GrowingTable<Tie> computed)
    {
        var replaced = further.Select(arc => (arc.Person, computed[arc.Tie].Access)).ToHashSet();
        var arcs = further.ToList();
        foreach (ref readonly var arc in ArcsOf(person, out _))
        {
            if (!replaced.Contains((arc.Person, TieOf(arc).Access)))
            {
                arcs.Add(arc);
            }
        }

        return EntryOf(person, arcs.ToArray());
    }

    private PersonEntry EntryOf(int person, Arc[] arcs)
    {
        arcs.AsSpan().Sort();
        var publicCount = SnapshotBuilder.PublicArcs(arcs);
        var id = PersonId(person);
        return new PersonEntry(
            id, FindPerson(id) >= 0, PersonAccess(person), MayStart(person), arcs, publicCount,
            CostBounds.Of(arcs, publicCount, MayStart), [.. JoiningsOf(person)]);
    }

    /// <summary>The person's number; -1 where there is no such person.</summary>
    internal int FindPerson(RecordId id) =>
        id.Kind is RecordKind.Employee or RecordKind.Contact ? Living(NumberOf(id.Value, _snapshot.FindPerson(id.Value))) : -1;

    /// <summary>The company's or network's number; -1 where there is no such group.</summary>
    internal int FindGroup(RecordId id)
    {
        var number = id.Kind is RecordKind.Company or RecordKind.Network
            ? NumberOf(id.Value, _snapshot.FindGroup(id.Value))
            : -1;
        return number >= 0 && _groups[number] is { IsThere: false } ? -1 : number;
    }

    internal RecordId PersonId(int person) => person < _snapshot.PersonCount
        ? RecordId.FromValue(_snapshot.PersonIds[person])
        : _people[person]!.Id;

    internal RecordId GroupId(int group) => group < _snapshot.GroupCount
        ? RecordId.FromValue(_snapshot.GroupIds[group])
        : _groups[group]!.Id;

    /// <summary>Whether it is an employee who still works here: where a path starts if nobody is said.</summary>
    internal bool MayStart(int person) => _rows.MayStart(person);

    internal bool IsCompany(int group) => group < _snapshot.GroupCount
        ? group < _snapshot.CompanyCount
        : _groups[group]!.Id.Kind == RecordKind.Company;

    internal int PersonAccess(int person) => _people[person] is { } entry ? entry.Access : _snapshot.PersonAccess[person];

    internal int GroupAccess(int group) => _groups[group] is { } entry ? entry.Access : _snapshot.GroupAccess[group];

    internal bool IsSensitive(int group) =>
        _groups[group] is { } entry ? entry.IsSensitive : _snapshot.GroupSensitive[group];

    /// <summary>The ties at a person.</summary>
    internal ref readonly TieRow RowOf(int person) => ref _rows[person];

    /// <summary>The ties at a person, strongest first, and how many of them everyone may see: those come first.</summary>
    internal ReadOnlySpan<Arc> ArcsOf(int person, out int publicCount)
    {
        ref readonly var row = ref _rows[person];
        publicCount = row.PublicCount;
        return row.Arcs;
    }

    internal CostBounds BoundsOf(int person) => _rows.BoundsOf(person);

    internal ReadOnlySpan<Joining> JoiningsOf(int person)
    {
        if (_people[person] is { } entry)
        {
            return entry.Joinings;
        }

        var start = _snapshot.JoiningStart[person];
        return _snapshot.Joinings.AsSpan(start, _snapshot.JoiningStart[person + 1] - start);
    }

    /// <summary>A group's memberships, and how many of them everyone may see: those come first, by their first day.</summary>
    internal ReadOnlySpan<Member> MembersOf(int group, out int publicCount)
    {
        if (_groups[group] is { } entry)
        {
            publicCount = entry.PublicMembers;
            return entry.Members;
        }

        var start = _snapshot.MemberStart[group];
        publicCount = _snapshot.PublicMemberEnd[group] - start;
        return _snapshot.Members.AsSpan(start, _snapshot.MemberStart[group + 1] - start);
    }

    /// <summary>Memberships of a group that everyone may see and that have begun by a day.</summary>
    internal int SizeOf(int group, int day)
    {
        if (_sizes is not null)
        {
            return _sizes[group];
        }

        var members = MembersOf(group, out var publicCount);
        var (low, high) = (0, publicCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = members[middle].Begin <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int Living(int person) => person >= 0 && _people[person] is { IsThere: false } ? -1 : person;

    private int NumberOf(long id, int inSnapshot) =>
        inSnapshot >= 0 ? inSnapshot : _newNumbers.TryGetValue(id, out var number) ? number : -1;
}
