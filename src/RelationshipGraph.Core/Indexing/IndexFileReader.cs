using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Indexing;

/// <summary>Reads what an <see cref="IndexFileWriter"/> wrote, and refuses whatever is not wholly so.</summary>
internal sealed class IndexFileReader(Stream stream)
{
    private const int PartBytes = 1 << 26;

    private uint _sum;

    /// <returns>The state, and the id of the last commit that is in it; null where it is of another program.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    public (SnapshotState State, Guid CommitId)? Read()
    {
        Span<long> head = stackalloc long[7];
        Fill(head);
        if (head[0] != IndexFileFormat.Magic || head[1] != IndexFileFormat.Version || head[2] != IndexFileFormat.Layout)
        {
            return null;
        }

        Span<Guid> commitId = stackalloc Guid[1];
        Fill(commitId);
        var snapshot = new Snapshot
        {
            EmployeeCount = checked((int)head[4]),
            CompanyCount = checked((int)head[5]),
            PersonIds = Section<long>(),
            EmployeeActive = Section<bool>(),
            PersonAccess = Section<int>(),
            ArcStart = Section<int>(),
            Arcs = Section<Arc>(),
            PublicArcEnd = Section<int>(),
            Bounds = Section<CostBounds>(),
            JoiningStart = Section<int>(),
            Joinings = Section<Joining>(),
            GroupIds = Section<long>(),
            GroupAccess = Section<int>(),
            GroupSensitive = Section<bool>(),
            MemberStart = Section<int>(),
            Members = Section<Member>(),
            PublicMemberEnd = Section<int>(),
        };
        var state = new SnapshotState
        {
            Sequence = head[3],
            Parts = (IndexParts)head[6],
            Snapshot = snapshot,
            Ties = Table<Tie>(),
            Access = AccessTable.Of(Table<AccessRule>()),
            MembershipIds = Section<long>(),
            Memberships = Section<KnownMember>(),
            Seats = Seats(),
            Acts = Acts(),
        };
        Check();
        return (state, commitId[0]);
    }

    private void Check()
    {
        var expected = _sum;
        Span<uint> sum = stackalloc uint[1];
        Fill(sum);
        if (sum[0] != expected || stream.Position != stream.Length)
        {
            throw new InvalidDataException("The check sum of an index file is wrong.");
        }
    }

    private Dictionary<long, SeatState> Seats()
    {
        var (numbers, points, has) = (Section<long>(), Section<Point>(), Section<bool>());
        var (holdCounts, holds, inCounts, into) = (Section<int>(), Section<Link>(), Section<int>(), Section<Link>());
        var seats = new Dictionary<long, SeatState>(numbers.Length);
        var (nextHold, nextIn) = (0, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            var seat = new SeatState { Seat = has[i] ? points[i] : null };
            for (var left = holdCounts[i]; left > 0; left--)
            {
                var link = holds[nextHold++];
                seat.Holds.Add(link.Id.Value, link);
            }

            for (var left = inCounts[i]; left > 0; left--)
            {
                var link = into[nextIn++];
                seat.In.Add(link.Id.Value, link);
            }

            seats.Add(numbers[i], seat);
        }

        return seats;
    }

    private ActState Acts()
    {
        var arrays = new ActArrays(
            Section<int>(), Section<ActRow>(), Section<int>(), Section<int>(), Section<long>(), Section<int>());
        var strands = Table<Strand>();
        var sources = JsonSerializer.Deserialize<List<string>>(Section<byte>())
            ?? throw new InvalidDataException("An index file names no sources.");
        var (numbers, points, has) = (Section<long>(), Section<Point>(), Section<bool>());
        var (counts, attended) = (Section<int>(), Section<Link>());
        var meetings = new Dictionary<long, MeetingState>(numbers.Length);
        var next = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var meeting = new MeetingState { Meeting = has[i] ? points[i] : null };
            for (var left = counts[i]; left > 0; left--)
            {
                var link = attended[next++];
                meeting.Attended.Add(link.Id.Value, link);
            }

            meetings.Add(numbers[i], meeting);
        }

        return new ActState(arrays, strands, sources, meetings);
    }

    private GrowingTable<T> Table<T>()
        where T : unmanaged
    {
        var table = new GrowingTable<T>();
        table.Fill(Count<T>(), values => Fill(values));
        return table;
    }

    private T[] Section<T>()
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(Count<T>());
        Fill(values.AsSpan());
        return values;
    }

    // A length is believed only where the file is long enough: else a damaged one would take all memory.
    private int Count<T>()
        where T : unmanaged
    {
        Span<long> count = stackalloc long[1];
        Fill(count);
        return count[0] >= 0 && count[0] <= (stream.Length - stream.Position) / Unsafe.SizeOf<T>()
            ? (int)count[0]
            : throw new InvalidDataException("An index file is shorter than it says.");
    }

    private void Fill<T>(Span<T> values)
        where T : unmanaged
    {
        while (!values.IsEmpty)
        {
            var part = values[..Math.Min(values.Length, PartBytes / Unsafe.SizeOf<T>())];
            var bytes = MemoryMarshal.AsBytes(part);
            stream.ReadExactly(bytes);
            _sum = IndexFileFormat.Add(_sum, bytes);
            values = values[part.Length..];
        }
    }
}
