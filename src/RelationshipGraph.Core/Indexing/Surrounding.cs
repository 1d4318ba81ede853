using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>A part of a graph as one viewer sees it, collected bit by bit and then laid out like a whole one.</summary>
/// <param name="day">The day asked about, as days since 1970-01-01.</param>
/// <param name="contacts">What contacts make of its ties.</param>
internal sealed class Surrounding(int day, SurroundingContacts contacts)
{
    private readonly HashSet<RecordId> _people = [];
    private readonly Dictionary<long, Link> _ties = [];
    private readonly Dictionary<long, Link> _memberships = [];
    private readonly Dictionary<RecordId, SurroundingGroup> _groups = [];
    private readonly Dictionary<long, SeatState?> _seats = [];
    private readonly HashSet<RecordId> _publicHolders = [];
    private readonly HashSet<RecordId> _gone = [];

    /// <summary>Records in it.</summary>
    public long Count { get; private set; }

    public void AddPerson(RecordId person) => _people.Add(person);

    /// <summary>The people in it, by their ids.</summary>
    public IReadOnlyList<RecordId> People => [.. _people.Order()];

    /// <summary>An employee who no longer works here; whoever is not said to be one does.</summary>
    public void AddGone(RecordId employee) => _gone.Add(employee);

    /// <summary>Whether any employee is known to have left.</summary>
    public bool HasGone => _gone.Count > 0;

    /// <summary>Whether a path that begins with any employee may begin here.</summary>
    public bool MayStart(RecordId person) => person.Kind == RecordKind.Employee && !_gone.Contains(person);

    /// <summary>A group of which nothing is known yet; until it is, it joins nobody.</summary>
    public void AddGroup(RecordId group) => _groups.TryAdd(group, SurroundingGroup.Unknown);

    /// <summary>What is known of a group; every member that counts has been added or will be.</summary>
    public void SetGroup(RecordId group, SurroundingGroup known) => _groups[group] = known;

    /// <summary>Whether a group is not too large, by what is known of its size.</summary>
    public bool MayJoin(RecordId group, Func<int, bool> isEnough) =>
        _groups.TryGetValue(group, out var known) && !known.IsSensitive && isEnough(known.Members);

    public bool HasGroup(RecordId group) => _groups.TryGetValue(group, out var known) && known != SurroundingGroup.Unknown;

    public void AddTie(Link link)
    {
        if (_ties.TryAdd(link.Id.Value, link))
        {
            Count++;
            _people.Add(link.FromId);
            _people.Add(link.ToId);
            contacts.AddDeclared(link);
        }
    }

    /// <summary>Adds everybody with whom a person was in contact, after all declared ties of the person.</summary>
    public void AddContacts(RecordId person, bool onlyEmployees)
    {
        foreach (var other in contacts.Grow(person, onlyEmployees))
        {
            Count++;
            _people.Add(other);
        }
    }

    /// <summary>Adds a WORKS_AT or MEMBER_OF of a person.</summary>
    public void AddMembership(Link link)
    {
        if (_memberships.TryAdd(link.Id.Value, link))
        {
            Count++;
            _people.Add(link.FromId);
            AddGroup(link.ToId);
        }
    }

    /// <summary>Whether the seat has been added.</summary>
    public bool HasSeat(RecordId seat) => _seats.ContainsKey(seat.Value);

    /// <summary>Adds a seat with all that it hangs on.</summary>
    /// <param name="seat">Its id.</param>
    /// <param name="state">The seat, whole; null where the viewer does not see it.</param>
    public void AddSeat(RecordId seat, SeatState? state)
    {
        if (_seats.TryAdd(seat.Value, state) && state is not null)
        {
            Count += 1L + state.Holds.Count + state.In.Count;
            foreach (var hold in state.Holds.Values)
            {
                _people.Add(hold.FromId);
            }

            foreach (var into in state.In.Values)
            {
                AddGroup(into.ToId);
            }
        }
    }

    /// <summary>An employee whom everyone sees to hold something.</summary>
    public void AddPublicHolder(RecordId employee) => _publicHolders.Add(employee);

    /// <summary>The networks that a seat is in.</summary>
    public IEnumerable<RecordId> NetworksOf(RecordId seat) =>
        _seats.GetValueOrDefault(seat.Value)?.In.Values.Select(into => into.ToId) ?? [];

    /// <summary>Lays it out.</summary>
    /// <returns>
    /// The part as it is for certain, in which a group joins nobody while its size is not known; and as it may be, with no size
    /// too large.
    /// </returns>
    public (GraphView Certain, GraphView Hopeful) ToViews()
    {
        var read = new ReadGraph();
        foreach (var person in _people.OrderBy(id => id.Kind).ThenBy(id => id.Value))
        {
            // All of it is seen by the viewer: who else sees it plays no part any more.
            read.AddPerson(person, Visibility.Everyone, default, MayStart(person));
        }

        foreach (var (group, known) in InOrder())
        {
            read.AddGroup(group, Visibility.Everyone, default, known.IsSensitive);
        }

        foreach (var tie in _ties.Values.OrderBy(tie => tie.Id.Value))
        {
            read.AddTie(tie);
        }

        contacts.AddTo(read);

        foreach (var link in _memberships.Values)
        {
            read.AddMembership(link.FromId, link.ToId, Membership.Of(link, read.Access));
        }

        var seated = new Dictionary<RecordId, int>();
        foreach (var (employee, network, membership) in
            _seats.Values.SelectMany(seat => seat?.Memberships(read.Access) ?? []))
        {
            read.AddMembership(employee, network, membership);
            if (membership.Access == 0 && membership.Begin <= day && _publicHolders.Contains(employee))
            {
                seated[network] = seated.GetValueOrDefault(network) + 1;
            }
        }

        return Lay(read, seated);
    }

    private (GraphView Certain, GraphView Hopeful) Lay(ReadGraph read, Dictionary<RecordId, int> seated)
    {
        var snapshot = SnapshotBuilder.Build(read);
        var (certain, hopeful) = (new int[snapshot.GroupCount], new int[snapshot.GroupCount]);
        var number = 0;
        foreach (var (group, known) in InOrder())
        {
            var size = known == SurroundingGroup.Unknown ? int.MaxValue
                : known.IsPublic ? known.Members + seated.GetValueOrDefault(group)
                : known.Members;
            hopeful[number] = size;
            certain[number] = known.Seats.All(HasSeat) ? size : int.MaxValue;
            number++;
        }

        return (new GraphView(read, snapshot, certain), new GraphView(read, snapshot, hopeful));
    }

    private IEnumerable<KeyValuePair<RecordId, SurroundingGroup>> InOrder() =>
        _groups.OrderBy(one => one.Key.Kind).ThenBy(one => one.Key.Value);
}
