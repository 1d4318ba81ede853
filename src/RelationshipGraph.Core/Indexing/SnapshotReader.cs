using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Reads the whole graph from a store into arrays.</summary>
/// <remarks>
/// The batches may see different states. What is committed while they are read is in the feed after <see cref="Sequence"/>, and
/// whoever follows it from there repairs all differences.
/// </remarks>
internal sealed class SnapshotReader
{
    private const int RowsMax = 50_000;

    private readonly IGraphStore _store;
    private readonly Dictionary<long, int> _people = [];
    private readonly Dictionary<long, int> _groups = [];
    private readonly List<int> _personAccess = [];
    private readonly List<bool> _employeeActive = [];
    private readonly List<int> _groupAccess = [];
    private readonly List<bool> _groupSensitive = [];

    private SnapshotReader(IGraphStore store) => _store = store;

    public long Sequence { get; private set; }

    public List<long> PersonIds { get; } = [];

    public int EmployeeCount { get; private set; }

    public List<long> GroupIds { get; } = [];

    public int CompanyCount { get; private set; }

    public GrowingTable<Tie> Ties { get; } = new();

    public GrowingTable<ReadMembership> Memberships { get; } = new();

    public AccessTable Access { get; } = new();

    /// <summary>Every seat by its number.</summary>
    public Dictionary<long, SeatState> Seats { get; } = [];

    public IReadOnlyList<int> PersonAccess => _personAccess;

    /// <summary>Of each employee, whether still at work here.</summary>
    public IReadOnlyList<bool> EmployeeActive => _employeeActive;

    public IReadOnlyList<int> GroupAccess => _groupAccess;

    public IReadOnlyList<bool> GroupSensitive => _groupSensitive;

    public static async Task<SnapshotReader> ReadAsync(IGraphStore store, CancellationToken ct)
    {
        var reader = new SnapshotReader(store);
        reader.Sequence = (await store.ReadFeedAsync(0, 1, ct)).LastSequence;
        await reader.ReadPeopleAsync(RecordKind.Employee, ct);
        reader.EmployeeCount = reader.PersonIds.Count;
        await reader.ReadPeopleAsync(RecordKind.Contact, ct);
        await reader.ReadGroupsAsync(RecordKind.Company, ct);
        reader.CompanyCount = reader.GroupIds.Count;
        await reader.ReadGroupsAsync(RecordKind.Network, ct);
        await reader.ReadTiesAsync(ct);
        await reader.ReadMembershipsAsync(RecordKind.WorksAt, ct);
        await reader.ReadMembershipsAsync(RecordKind.MemberOf, ct);
        await reader.ReadSeatsAsync(ct);
        return reader;
    }

    private async Task ReadPeopleAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var point in PointsAsync(kind, ct))
        {
            _people.Add(point.Id.Value, PersonIds.Count);
            PersonIds.Add(point.Id.Value);
            _personAccess.Add(Access.NumberOf(point.Visibility, point.OwnerId));
            if (kind == RecordKind.Employee)
            {
                _employeeActive.Add(point.IsActive);
            }
        }
    }

    private async Task ReadGroupsAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var point in PointsAsync(kind, ct))
        {
            _groups.Add(point.Id.Value, GroupIds.Count);
            GroupIds.Add(point.Id.Value);
            _groupAccess.Add(Access.NumberOf(point.Visibility, point.OwnerId));
            _groupSensitive.Add(point.IsSensitive);
        }
    }

    // A relationship whose end is not among the points came after them: the feed has both.
    private async Task ReadTiesAsync(CancellationToken ct)
    {
        await foreach (var batch in LinksAsync(RecordKind.Knows, ct))
        {
            foreach (var link in batch)
            {
                if (link.FromId != link.ToId
                    && _people.TryGetValue(link.FromId.Value, out var a) && _people.TryGetValue(link.ToId.Value, out var b))
                {
                    Ties.Add(GraphWriter.TieOf(link, a, b, Access));
                }
            }
        }
    }

    private async Task ReadMembershipsAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var batch in LinksAsync(kind, ct))
        {
            foreach (var link in batch)
            {
                if (MemberNumber(link.FromId) is { } member && _groups.TryGetValue(link.ToId.Value, out var group))
                {
                    Memberships.Add(new ReadMembership(member, group, Membership.Of(link, Access)));
                }
            }
        }
    }

    private async Task ReadSeatsAsync(CancellationToken ct)
    {
        await foreach (var point in PointsAsync(RecordKind.Seat, ct))
        {
            Seats[point.Id.Value] = new SeatState { Seat = point };
        }

        await foreach (var batch in LinksAsync(RecordKind.Holds, ct))
        {
            foreach (var link in batch)
            {
                SeatOf(link.ToId).Holds[link.Id.Value] = link;
            }
        }

        await foreach (var batch in LinksAsync(RecordKind.SeatIn, ct))
        {
            foreach (var link in batch)
            {
                SeatOf(link.FromId).In[link.Id.Value] = link;
            }
        }

        foreach (var (employee, network, membership) in Seats.Values.SelectMany(seat => seat.Memberships(Access)))
        {
            if (_people.TryGetValue(employee.Value, out var person) && _groups.TryGetValue(network.Value, out var group))
            {
                Memberships.Add(new ReadMembership(person, group, membership));
            }
        }
    }

    private int? MemberNumber(RecordId id) => id.Kind == RecordKind.Company
        ? _groups.TryGetValue(id.Value, out var company) ? ~company : null
        : _people.TryGetValue(id.Value, out var person) ? person : null;

    private SeatState SeatOf(RecordId id)
    {
        if (!Seats.TryGetValue(id.Value, out var seat))
        {
            seat = new SeatState();
            Seats.Add(id.Value, seat);
        }

        return seat;
    }

    private async IAsyncEnumerable<Point> PointsAsync(
        RecordKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var after = default(RecordId);
        while (true)
        {
            var batch = await _store.ReadPointsAsync(kind, after, RowsMax, ct);
            foreach (var point in batch.Points)
            {
                yield return point;
                after = point.Id;
            }

            if (!batch.HasMore)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Link>> LinksAsync(
        RecordKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var after = default(RecordId);
        while (true)
        {
            var batch = await _store.ReadLinksAsync(kind, after, RowsMax, ct);
            if (batch.Links.Count > 0)
            {
                yield return batch.Links;
                after = batch.Links[^1].Id;
            }

            if (!batch.HasMore)
            {
                yield break;
            }
        }
    }
}

/// <summary>A membership as it was read: the person, or the complement of the company, and the group.</summary>
internal readonly record struct ReadMembership(int Member, int Group, Membership Membership);
