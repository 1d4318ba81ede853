using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Writes the arrays of a whole graph one after the other, each with its length, and a check sum at the end.</summary>
internal sealed class IndexFileWriter(Stream stream)
{
    // Spans of bytes hold two thousand million at most.
    private const int PartBytes = 1 << 26;

    private uint _sum;

    public void Write(SnapshotState state, Guid commitId)
    {
        var snapshot = state.Snapshot;
        Values<long>(
        [
            IndexFileFormat.Magic, IndexFileFormat.Version, IndexFileFormat.Layout, state.Sequence,
            snapshot.EmployeeCount, snapshot.CompanyCount, (long)state.Parts,
        ]);
        Values<Guid>([commitId]);
        Section<long>(snapshot.PersonIds);
        Section<bool>(snapshot.EmployeeActive);
        Section<int>(snapshot.PersonAccess);
        Section<int>(snapshot.ArcStart);
        Section<Arc>(snapshot.Arcs);
        Section<int>(snapshot.PublicArcEnd);
        Section<CostBounds>(snapshot.Bounds);
        Section<int>(snapshot.JoiningStart);
        Section<Joining>(snapshot.Joinings);
        Section<long>(snapshot.GroupIds);
        Section<int>(snapshot.GroupAccess);
        Section<bool>(snapshot.GroupSensitive);
        Section<int>(snapshot.MemberStart);
        Section<Member>(snapshot.Members);
        Section<int>(snapshot.PublicMemberEnd);
        Table(state.Ties);
        Table(state.Access.Rules);
        Section<long>(state.MembershipIds);
        Section<KnownMember>(state.Memberships);
        Seats(state.Seats);
        Acts(state.Acts);
        stream.Write(BitConverter.GetBytes(_sum));
    }

    private void Seats(Dictionary<long, SeatState> seats)
    {
        Section<long>([.. seats.Keys]);
        Section<Point>([.. seats.Values.Select(seat => seat.Seat ?? default)]);
        Section<bool>([.. seats.Values.Select(seat => seat.Seat is not null)]);
        Section<int>([.. seats.Values.Select(seat => seat.Holds.Count)]);
        Section<Link>([.. seats.Values.SelectMany(seat => seat.Holds.Values)]);
        Section<int>([.. seats.Values.Select(seat => seat.In.Count)]);
        Section<Link>([.. seats.Values.SelectMany(seat => seat.In.Values)]);
    }

    private void Acts(ActState acts)
    {
        Section<int>(acts.Arrays.Start);
        Section<ActRow>(acts.Arrays.Rows);
        Section<int>(acts.Arrays.PersonStart);
        Section<int>(acts.Arrays.PersonStrands);
        Section<long>(acts.Arrays.Ids);
        Section<int>(acts.Arrays.IdStrands);
        Table(acts.Strands);
        Section<byte>(JsonSerializer.SerializeToUtf8Bytes(acts.Sources));
        Section<long>([.. acts.Meetings.Keys]);
        Section<Point>([.. acts.Meetings.Values.Select(meeting => meeting.Meeting ?? default)]);
        Section<bool>([.. acts.Meetings.Values.Select(meeting => meeting.Meeting is not null)]);
        Section<int>([.. acts.Meetings.Values.Select(meeting => meeting.Attended.Count)]);
        Section<Link>([.. acts.Meetings.Values.SelectMany(meeting => meeting.Attended.Values)]);
    }

    private void Table<T>(GrowingTable<T> table)
        where T : unmanaged
    {
        Values<long>([table.Count]);
        for (var chunk = 0; chunk * GrowingTable<T>.ChunkSize < table.Count; chunk++)
        {
            Values(table.Chunk(chunk));
        }
    }

    private void Section<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Values<long>([values.Length]);
        Values(values);
    }

    private void Values<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        while (!values.IsEmpty)
        {
            var part = values[..Math.Min(values.Length, PartBytes / Unsafe.SizeOf<T>())];
            var bytes = MemoryMarshal.AsBytes(part);
            _sum = IndexFileFormat.Add(_sum, bytes);
            stream.Write(bytes);
            values = values[part.Length..];
        }
    }
}
