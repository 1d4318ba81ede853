using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Paths;

/// <summary>Reads from a store, step by step and for many people at once, what their hops are made of.</summary>
/// <remarks>
/// Where any employee may ask, nobody looks beyond the holders of seats: then seats are read together with the next step, which
/// saves a round trip. A group of which everyone may see too many members joins nobody; its members are not kept.
/// </remarks>
internal sealed class SurroundingReader
{
    // Of each anchor at first; most have fewer.
    private const int RowsFirst = Limits.PageRowsMax;

    private static readonly RecordKind[] PersonKinds = [RecordKind.Employee, RecordKind.Contact];

    private readonly IGraphStore _store;
    private readonly PathQuery _query;
    private readonly ViewScope _scope;
    private readonly long _recordsMax;
    private readonly CancellationToken _ct;
    private readonly double _strengthMin;
    private readonly List<RecordId> _waitingSeats = [];
    private bool _isCut;
    private bool _isStaffCut;

    /// <param name="store">Where the graph is.</param>
    /// <param name="contacts">Who was in contact with whom by the end of the query's day.</param>
    /// <param name="query">What counts as a path.</param>
    /// <param name="scope">What the viewer sees.</param>
    /// <param name="recordsMax">What stands for <see cref="Limits.SurroundingRecordsMax"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    public SurroundingReader(
        IGraphStore store, GraphView contacts, PathQuery query, ViewScope scope, long recordsMax, CancellationToken ct)
    {
        (_store, _query, _scope, _recordsMax, _ct) = (store, query, scope, recordsMax, ct);
        _strengthMin = Math.Max(GroupStrength.Least, query.StrengthMin.Value);
        Found = new Surrounding(RecordFacts.DayOf(query.AsOf), new SurroundingContacts(contacts, scope));
    }

    /// <summary>What has been read so far.</summary>
    public Surrounding Found { get; }

    /// <summary>Whether there is more than may be read.</summary>
    public bool IsMet => _isCut || Found.Count > _recordsMax;

    private bool ThroughNetworks => _query.Through.HasFlag(Through.Network);

    // Then nobody looks beyond an employee, and only employees hold seats.
    private bool WaitsForSeats => _query.From is null && !Found.HasGone;

    /// <summary>Reads which employees no longer work here, as far as the viewer sees them.</summary>
    public async Task ReadGoneAsync()
    {
        var isActive = GraphModel.Of(RecordKind.Employee)["isActive"];
        var query = new PageQuery(RecordKind.Employee)
        {
            Filter = new RecordFilter.Compare(isActive, Comparison.Equal, PropertyValue.Of(false)),
            RowsMax = Limits.BatchMax,
        };
        while (true)
        {
            var page = await _store.ReadPageAsync(query, _scope, _ct);
            foreach (var employee in page.Records)
            {
                Found.AddGone(employee.Id);
            }

            if (!page.HasMore)
            {
                return;
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }

    /// <summary>Reads who works at a company on the day, as far as the viewer may be told; nothing of it is kept yet.</summary>
    public async Task<IReadOnlyList<Link>> ReadStaffAsync(RecordId company)
    {
        var staff = new EdgeWalk(
            _store,
            new EdgeQuery(RecordKind.WorksAt, Direction.Incoming, [])
            {
                Filter = SightFilters.Holding(RecordKind.WorksAt, _query.AsOf),
                RowsMax = Limits.BatchMax,
            },
            _scope, _recordsMax, _ct);
        await staff.BeginAsync([company]);
        await staff.FinishAsync(_ => true);
        _isStaffCut |= staff.IsCut;
        return staff.Links;
    }

    /// <summary>Keeps the staff of a company; where working there is nobody's business there is none.</summary>
    /// <returns>The people.</returns>
    public IReadOnlyList<RecordId> KeepStaff(RecordId company, IReadOnlyList<Link> staff, bool isSensitive)
    {
        if (isSensitive)
        {
            Found.SetGroup(company, SurroundingGroup.Sensitive);
            return [];
        }

        _isCut |= _isStaffCut;
        Found.AddGroup(company);
        foreach (var link in staff)
        {
            Found.AddMembership(link);
        }

        return [.. staff.Select(link => link.FromId).Distinct()];
    }

    /// <summary>Reads all hops of people who are seen.</summary>
    /// <param name="people">The people, those that matter most first.</param>
    /// <param name="onlyEmployees">Whether only hops to employees are wanted.</param>
    public async Task GrowAsync(IReadOnlyList<RecordId> people, bool onlyEmployees)
    {
        var ends = onlyEmployees ? [RecordKind.Employee] : PersonKinds;
        var ties = Edges(
            RecordKind.Knows, Direction.Both, SightFilters.Holding(RecordKind.Knows, _query.AsOf), ends);
        var jobs = Edges(RecordKind.WorksAt, Direction.Outgoing, Begun(RecordKind.WorksAt), [RecordKind.Company]);
        var memberships = Edges(RecordKind.MemberOf, Direction.Outgoing, Begun(RecordKind.MemberOf), [RecordKind.Network]);
        var holds = Edges(
            RecordKind.Holds, Direction.Outgoing, SightFilters.Begun(RecordKind.Holds, _query.AsOf), [RecordKind.Seat]);
        var (employees, contacts) = (Only(people, RecordKind.Employee), Only(people, RecordKind.Contact));
        await Task.WhenAll(
            ties.ReadAsync(_query.Through.HasFlag(Through.Person) ? people : []),
            jobs.ReadAsync(_query.Through.HasFlag(Through.Company) ? people : []),
            memberships.ReadAsync(ThroughNetworks ? contacts : []),
            holds.ReadAsync(ThroughNetworks ? employees : []),
            ReadWaitingSeatsAsync());
        _isCut |= ties.IsCut || jobs.IsCut || memberships.IsCut || holds.IsCut;
        Each(ties, Found.AddTie);
        foreach (var person in _query.Through.HasFlag(Through.Person) && !_query.IsDeclaredOnly ? people : [])
        {
            Found.AddContacts(person, onlyEmployees);
        }

        Each(jobs, Found.AddMembership);
        Each(memberships, Found.AddMembership);

        // A seat may lead to a network, and that to other seats.
        var held = holds.Links.Select(link => link.ToId).Distinct().ToList();
        var joined = jobs.Links.Concat(memberships.Links).Select(link => link.ToId)
            .Concat(held.SelectMany(Found.NetworksOf)).ToList();
        var readingHeld = ReadSeatsAsync(held);
        var near = await ReadGroupsAsync(joined, onlyEmployees);
        await readingHeld;
        var readingNear = WaitsForSeats ? PutOff(near) : ReadSeatsAsync(near);
        var far = await ReadGroupsAsync([.. held.SelectMany(Found.NetworksOf)], onlyEmployees);
        await readingNear;
        await (WaitsForSeats ? PutOff(far) : ReadSeatsAsync(far));
    }

    /// <summary>Reads what was put off.</summary>
    public Task FinishAsync() => IsMet ? Task.CompletedTask : ReadWaitingSeatsAsync();

    /// <summary>Reads where people work on the day, whether or not that joins them to anybody.</summary>
    public async Task ReadJobsAsync(IReadOnlyList<RecordId> people)
    {
        var holding = SightFilters.Holding(RecordKind.WorksAt, _query.AsOf);
        var jobs = Edges(RecordKind.WorksAt, Direction.Outgoing, holding, [RecordKind.Company]);
        await jobs.ReadAsync(people);
        _isCut |= jobs.IsCut;
        Each(jobs, Found.AddMembership);
        var nodes = new Dictionary<RecordId, Record>();
        var unknown = jobs.Links.Select(link => link.ToId).Distinct().Where(company => !Found.HasGroup(company)).ToList();
        await ReadNodesAsync(unknown, nodes);
        foreach (var company in unknown)
        {
            var isSensitive = nodes.GetValueOrDefault(company) is not { } node || Sensitivity.Of(node);
            Found.SetGroup(company, SurroundingGroup.Unknown with { IsSensitive = isSensitive });
        }
    }

    /// <summary>Reads groups that are not known yet.</summary>
    /// <returns>The seats in them.</returns>
    private async Task<IReadOnlyList<RecordId>> ReadGroupsAsync(IReadOnlyList<RecordId> groups, bool onlyEmployees)
    {
        var fresh = groups.Distinct().Where(group => !Found.HasGroup(group)).ToList();
        if (fresh.Count == 0 || _strengthMin > GroupStrength.Of(2))
        {
            return [];
        }

        var (companies, networks) = (Only(fresh, RecordKind.Company), Only(fresh, RecordKind.Network));
        var staff = Members(RecordKind.WorksAt, onlyEmployees ? [RecordKind.Employee] : PersonKinds);
        var members = Members(RecordKind.MemberOf, [RecordKind.Contact]);
        var seats = Edges(
            RecordKind.SeatIn, Direction.Incoming, SightFilters.Begun(RecordKind.SeatIn, _query.AsOf), [RecordKind.Seat]);
        var counts = new Dictionary<RecordId, long>();
        var nodes = new Dictionary<RecordId, Record>();
        await Task.WhenAll(
            CountAsync(RecordKind.WorksAt, companies, counts),
            CountAsync(RecordKind.MemberOf, networks, counts),
            ReadNodesAsync(fresh, nodes),
            staff.BeginAsync(companies),
            members.BeginAsync(onlyEmployees ? [] : networks),
            seats.ReadAsync(networks));

        var seated = seats.Links.ToLookup(link => link.ToId, link => link.FromId);
        foreach (var group in fresh)
        {
            var node = nodes.GetValueOrDefault(group);
            Found.SetGroup(group, group.Kind == RecordKind.Network && seats.IsCut
                ? SurroundingGroup.Unknown
                : new SurroundingGroup(
                    (int)Math.Min(counts[group], int.MaxValue),
                    group.Kind == RecordKind.Company || node is { Visibility: Visibility.Everyone },
                    node is null || Sensitivity.Of(node),
                    [.. seated[group].Distinct()]));
        }

        await Task.WhenAll(staff.FinishAsync(MayJoin), members.FinishAsync(MayJoin));
        _isCut |= staff.IsCut || members.IsCut || seats.IsCut;
        Keep(staff);
        Keep(members);
        return [.. fresh.Where(MayJoin).SelectMany(group => seated[group]).Distinct()];
    }

    private bool MayJoin(RecordId group) => Found.MayJoin(group, size => GroupStrength.Of(size) >= _strengthMin);

    private void Keep(SeenEdges members) => Each(members, link =>
    {
        if (MayJoin(link.ToId))
        {
            Found.AddMembership(link);
        }
    });

    /// <summary>Reads seats that are not known yet, with everybody who holds them and every network they are in.</summary>
    private async Task ReadSeatsAsync(IReadOnlyList<RecordId> seats)
    {
        var fresh = seats.Distinct().Where(seat => !Found.HasSeat(seat)).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        var begun = SightFilters.Begun(RecordKind.Holds, _query.AsOf);
        var holds = Edges(RecordKind.Holds, Direction.Incoming, begun, [RecordKind.Employee]);
        var networks = Edges(
            RecordKind.SeatIn, Direction.Outgoing, SightFilters.Begun(RecordKind.SeatIn, _query.AsOf), [RecordKind.Network]);
        var open = new EdgeWalk(
            _store, new EdgeQuery(RecordKind.Holds, Direction.Incoming, []) { Filter = begun, RowsMax = RowsFirst },
            ViewScope.Public, _recordsMax, _ct);
        var nodes = new Dictionary<RecordId, Record>();
        await Task.WhenAll(ReadNodesAsync(fresh, nodes), holds.ReadAsync(fresh), networks.ReadAsync(fresh), ReadOpenAsync());
        _isCut |= holds.IsCut || networks.IsCut || open.IsCut;
        if (_isCut)
        {
            return;
        }

        var states = nodes.Values.ToDictionary(seat => seat.Id, seat => new SeatState { Seat = RecordFacts.PointOf(seat) });
        Each(holds, link => states.GetValueOrDefault(link.ToId)?.Holds.TryAdd(link.Id.Value, link));
        Each(networks, link => states.GetValueOrDefault(link.FromId)?.In.TryAdd(link.Id.Value, link));
        open.Links.ForEach(link => Found.AddPublicHolder(link.FromId));
        fresh.ForEach(seat => Found.AddSeat(seat, states.GetValueOrDefault(seat)));

        async Task ReadOpenAsync()
        {
            await open.BeginAsync(fresh);
            await open.FinishAsync(_ => true);
        }
    }

    private Task PutOff(IReadOnlyList<RecordId> seats)
    {
        _waitingSeats.AddRange(seats);
        return Task.CompletedTask;
    }

    private Task ReadWaitingSeatsAsync()
    {
        var seats = _waitingSeats.ToList();
        _waitingSeats.Clear();
        return ReadSeatsAsync(seats);
    }

    private async Task CountAsync(
        RecordKind kind, IReadOnlyList<RecordId> groups, Dictionary<RecordId, long> counts)
    {
        foreach (var batch in groups.Chunk(Limits.AnchorsMax))
        {
            var query = new EdgeQuery(kind, Direction.Incoming, batch) { Filter = Begun(kind) };
            foreach (var (group, count) in await _store.CountEdgesAsync(query, ViewScope.Public, _ct))
            {
                lock (counts)
                {
                    counts[group] = count;
                }
            }
        }
    }

    private async Task ReadNodesAsync(IReadOnlyList<RecordId> ids, Dictionary<RecordId, Record> nodes)
    {
        foreach (var batch in ids.Chunk(Limits.BatchMax))
        {
            foreach (var (id, node) in await _store.ReadAsync(batch, _scope, _ct))
            {
                nodes[id] = node;
            }
        }
    }

    private SeenEdges Edges(
        RecordKind kind, Direction direction, RecordFilter filter, IReadOnlyCollection<RecordKind> ends, int rows = RowsFirst) =>
        new(
            _store, new EdgeQuery(kind, direction, []) { Filter = filter, RowsMax = rows }, ends, _scope, _recordsMax, _ct);

    // One row more than a group has at most that joins anybody, as far as everyone may see.
    private SeenEdges Members(RecordKind kind, IReadOnlyCollection<RecordKind> ends) => Edges(
        kind, Direction.Incoming, Begun(kind), ends, Math.Min(GroupStrength.MembersMax(_strengthMin) + 1, Limits.BatchMax));

    private RecordFilter Begun(RecordKind kind) => SightFilters.BegunOrKnown(kind, _query.AsOf);

    private static List<RecordId> Only(IReadOnlyList<RecordId> ids, RecordKind kind) => [.. ids.Where(id => id.Kind == kind)];

    private static void Each(SeenEdges edges, Action<Link> act)
    {
        foreach (var link in edges.Links)
        {
            act(link);
        }
    }
}
