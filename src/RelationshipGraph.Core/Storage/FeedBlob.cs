using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>The changes of a feed entry, packed: ids as differences, since those of one commit lie close together.</summary>
/// <remarks>
/// For each change two variable-length numbers, seven bits a byte, the lowest first: the difference to the id before, zigzag,
/// and the version times four plus the operation.
/// </remarks>
public static class FeedBlob
{
    /// <summary>The changes as bytes.</summary>
    public static byte[] Pack(IReadOnlyList<FeedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var bytes = new List<byte>(changes.Count * 6);
        var before = 0L;
        foreach (var change in changes)
        {
            var difference = unchecked(change.Id.Value - before);
            before = change.Id.Value;
            Write(bytes, unchecked((ulong)((difference << 1) ^ (difference >> 63))));
            Write(bytes, ((ulong)(uint)change.Version << 2) | (byte)change.Operation);
        }

        return [.. bytes];
    }

    /// <summary>The changes that were packed.</summary>
    public static List<FeedChange> Unpack(ReadOnlySpan<byte> bytes)
    {
        var changes = new List<FeedChange>();
        var id = 0L;
        while (!bytes.IsEmpty)
        {
            var difference = Read(ref bytes);
            id = unchecked(id + ((long)(difference >> 1) ^ -(long)(difference & 1)));
            var rest = Read(ref bytes);
            changes.Add(new FeedChange(RecordId.FromValue(id), (FeedOperation)(rest & 3), (int)(rest >> 2)));
        }

        return changes;
    }

    private static void Write(List<byte> bytes, ulong number)
    {
        while (number > 127)
        {
            bytes.Add((byte)((number & 127) | 128));
            number >>= 7;
        }

        bytes.Add((byte)number);
    }

    private static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return number;
            }
        }
    }
}
