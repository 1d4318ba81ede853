using System.Buffers.Binary;
using System.Text;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Writes messages one after the other, each cut into chunks, so that many go out in one write.</summary>
internal sealed class PackWriter
{
    private const int KeepMax = 1 << 20;

    // A lone surrogate would be stored as something else than was given.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _message = new byte[4096];
    private int _messageLength;
    private byte[] _out = new byte[8192];
    private int _outLength;

    /// <summary>What has been written.</summary>
    public ReadOnlyMemory<byte> Written => _out.AsMemory(0, _outLength);

    /// <summary>Forgets what has been written, and gives back large arrays.</summary>
    public void Clear()
    {
        _outLength = 0;
        _messageLength = 0;
        _out = _out.Length > KeepMax ? new byte[8192] : _out;
        _message = _message.Length > KeepMax ? new byte[4096] : _message;
    }

    public void Begin(byte tag, int fields)
    {
        _messageLength = 0;
        Add(unchecked((byte)(0xB0 | fields)));
        Add(tag);
    }

    public void End()
    {
        var rest = _message.AsSpan(0, _messageLength);
        while (!rest.IsEmpty)
        {
            var chunk = rest[..Math.Min(rest.Length, BoltLimits.ChunkBytesMax)];
            var room = Grow(ref _out, ref _outLength, chunk.Length + 2);
            BinaryPrimitives.WriteUInt16BigEndian(room, (ushort)chunk.Length);
            chunk.CopyTo(room[2..]);
            rest = rest[chunk.Length..];
        }

        Grow(ref _out, ref _outLength, 2).Clear();
    }

    public void Write(string text)
    {
        var length = Utf8.GetByteCount(text);
        Header(length, 0x80, 0xD0);
        Utf8.GetBytes(text, Grow(ref _message, ref _messageLength, length));
    }

    public void Write(long value)
    {
        switch (value)
        {
            case >= -16 and <= 127:
                Add(unchecked((byte)value));
                break;
            case >= sbyte.MinValue and < -16:
                Add(0xC8);
                Add(unchecked((byte)value));
                break;
            case >= short.MinValue and <= short.MaxValue:
                Add(0xC9);
                BinaryPrimitives.WriteInt16BigEndian(Grow(ref _message, ref _messageLength, 2), (short)value);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Add(0xCA);
                BinaryPrimitives.WriteInt32BigEndian(Grow(ref _message, ref _messageLength, 4), (int)value);
                break;
            default:
                Add(0xCB);
                BinaryPrimitives.WriteInt64BigEndian(Grow(ref _message, ref _messageLength, 8), value);
                break;
        }
    }

    public void Write(double value)
    {
        Add(0xC1);
        BinaryPrimitives.WriteDoubleBigEndian(Grow(ref _message, ref _messageLength, 8), value);
    }

    public void BeginList(int count) => Header(count, 0x90, 0xD4);

    public void BeginMap(int count) => Header(count, 0xA0, 0xD8);

    public void Write(IReadOnlyDictionary<string, object?>? map)
    {
        BeginMap(map?.Count ?? 0);
        foreach (var (key, value) in map ?? new Dictionary<string, object?>())
        {
            Write(key);
            Write(value);
        }
    }

    /// <summary>Writes a parameter's value.</summary>
    /// <exception cref="ArgumentException">It is of a type that <see cref="CypherStep"/> does not name.</exception>
    public void Write(object? value)
    {
        switch (value)
        {
            case null:
                Add(0xC0);
                break;
            case bool truth:
                Add(truth ? (byte)0xC3 : (byte)0xC2);
                break;
            case string text:
                Write(text);
                break;
            case long whole:
                Write(whole);
                break;
            case int whole:
                Write((long)whole);
                break;
            case double number:
                Write(number);
                break;
            case byte[] bytes:
                Write(bytes);
                break;
            case IReadOnlyDictionary<string, object?> map:
                Write(map);
                break;
            case IReadOnlyCollection<long> list:
                BeginList(list.Count);
                foreach (var entry in list)
                {
                    Write(entry);
                }

                break;
            case IReadOnlyCollection<object?> list:
                BeginList(list.Count);
                foreach (var entry in list)
                {
                    Write(entry);
                }

                break;
            default:
                throw new ArgumentException("A parameter cannot be of this type.", nameof(value));
        }
    }

    private void Write(byte[] bytes)
    {
        switch (bytes.Length)
        {
            case <= byte.MaxValue:
                Add(0xCC);
                Add((byte)bytes.Length);
                break;
            case <= ushort.MaxValue:
                Add(0xCD);
                BinaryPrimitives.WriteUInt16BigEndian(Grow(ref _message, ref _messageLength, 2), (ushort)bytes.Length);
                break;
            default:
                Add(0xCE);
                BinaryPrimitives.WriteInt32BigEndian(Grow(ref _message, ref _messageLength, 4), bytes.Length);
                break;
        }

        bytes.CopyTo(Grow(ref _message, ref _messageLength, bytes.Length));
    }

    // A size of up to 15 in the marker itself, else in one, two or four bytes behind one of three markers.
    private void Header(int size, byte tiny, byte first)
    {
        switch (size)
        {
            case <= 15:
                Add(unchecked((byte)(tiny | size)));
                break;
            case <= byte.MaxValue:
                Add(first);
                Add((byte)size);
                break;
            case <= ushort.MaxValue:
                Add((byte)(first + 1));
                BinaryPrimitives.WriteUInt16BigEndian(Grow(ref _message, ref _messageLength, 2), (ushort)size);
                break;
            default:
                Add((byte)(first + 2));
                BinaryPrimitives.WriteInt32BigEndian(Grow(ref _message, ref _messageLength, 4), size);
                break;
        }
    }

    private void Add(byte value) => Grow(ref _message, ref _messageLength, 1)[0] = value;

    private static Span<byte> Grow(ref byte[] array, ref int length, int count)
    {
        if (array.Length - length < count)
        {
            Array.Resize(ref array, Math.Max(2 * array.Length, length + count));
        }

        var room = array.AsSpan(length, count);
        length += count;
        return room;
    }
}
