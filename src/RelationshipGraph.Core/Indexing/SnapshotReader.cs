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

    private SnapshotReader(IGraphStore store, IndexParts parts) => (_store, Parts) = (store, parts);

    public long Sequence { get; private set; }

    public ReadGraph Graph { get; } = new();

    /// <summary>Every seat by its number.</summary>
    public Dictionary<long, SeatState> Seats { get; } = [];

    /// <summary>Every contact.</summary>
    public ActState Acts { get; private set; } = ActState.Empty;

    /// <summary>How much is read.</summary>
    public IndexParts Parts { get; }

    public static async Task<SnapshotReader> ReadAsync(IGraphStore store, IndexParts parts, CancellationToken ct)
    {
        var reader = new SnapshotReader(store, parts);
        reader.Sequence = (await store.ReadFeedAsync(0, 1, ct)).LastSequence;
        await reader.ReadPeopleAsync(RecordKind.Employee, ct);
        await reader.ReadPeopleAsync(RecordKind.Contact, ct);
        await reader.ReadGroupsAsync(RecordKind.Company, ct);
        await reader.ReadMembershipsAsync(RecordKind.WorksAt, ct);
        if (parts == IndexParts.All)
        {
            await reader.ReadGroupsAsync(RecordKind.Network, ct);
            await reader.ReadTiesAsync(ct);
            await reader.ReadMembershipsAsync(RecordKind.MemberOf, ct);
            await reader.ReadSeatsAsync(ct);
        }

        await reader.ReadActsAsync(ct);
        return reader;
    }

    private async Task ReadPeopleAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var point in PointsAsync(kind, ct))
        {
            Graph.AddPerson(point.Id, point.Visibility, point.OwnerId, point.IsActive);
        }
    }

    private async Task ReadGroupsAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var point in PointsAsync(kind, ct))
        {
            Graph.AddGroup(point.Id, point.Visibility, point.OwnerId, point.IsSensitive);
        }
    }

    // A relationship whose end is not among the points came after them: the feed has both.
    private async Task ReadTiesAsync(CancellationToken ct)
    {
        await foreach (var batch in LinksAsync(RecordKind.Knows, ct))
        {
            foreach (var link in batch)
            {
                Graph.AddTie(link);
            }
        }
    }

    private async Task ReadMembershipsAsync(RecordKind kind, CancellationToken ct)
    {
        await foreach (var batch in LinksAsync(kind, ct))
        {
            foreach (var link in batch)
            {
                Graph.AddMembership(link.FromId, link.ToId, Membership.Of(link, Graph.Access));
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

        foreach (var (employee, network, membership) in Seats.Values.SelectMany(seat => seat.Memberships(Graph.Access)))
        {
            Graph.AddMembership(employee, network, membership);
        }
    }

    private async Task ReadActsAsync(CancellationToken ct)
    {
        var builder = new ActStateBuilder();
        var after = default(RecordId);
        for (var hasMore = true; hasMore;)
        {
            var batch = await _store.ReadActsAsync(after, RowsMax, ct);
            foreach (var act in batch.Acts)
            {
                after = act.Id;
                if (act.FromId != act.ToId && Graph.FindPerson(act.FromId) is var from and >= 0
                    && Graph.FindPerson(act.ToId) is var to and >= 0)
                {
                    builder.Add(act, from, to, Graph.Access.NumberOf(act.Visibility, act.OwnerId));
                }
            }

            hasMore = batch.HasMore;
        }

        await foreach (var meeting in PointsAsync(RecordKind.Meeting, ct))
        {
            builder.Meeting(meeting.Id.Value).Meeting = meeting;
        }

        await foreach (var batch in LinksAsync(RecordKind.Attended, ct))
        {
            foreach (var link in batch)
            {
                builder.Meeting(link.ToId.Value).Attended[link.Id.Value] = link;
            }
        }

        Acts = builder.Build(id => Graph.FindPerson(id) is var person and >= 0 && Graph.PersonAccess[person] == 0 ? person : -1);
    }

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
