using System.Buffers.Binary;
using System.Text;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Reads the values of one message where they lie. What a size claims is held against the bytes that are there.</summary>
internal sealed class PackReader : ICypherRow
{
    private byte[] _bytes = [];
    private int _at;
    private int _end;

    /// <summary>Whether everything has been read.</summary>
    public bool IsAtEnd => _at == _end;

    /// <summary>Begins to read a message; it must stay as it is meanwhile.</summary>
    public void Begin(ArraySegment<byte> message) =>
        (_bytes, _at, _end) = (message.Array!, message.Offset, message.Offset + message.Count);

    /// <summary>The tag of a structure, and how many fields it has.</summary>
    public (byte Tag, int Fields) ReadStructure()
    {
        var marker = ReadByte();
        return (marker & 0xF0) == 0xB0 ? (ReadByte(), marker & 0x0F) : throw Wrong("a structure");
    }

    public bool TryReadNull()
    {
        if (_at < _end && _bytes[_at] == 0xC0)
        {
            _at++;
            return true;
        }

        return false;
    }

    public bool ReadBoolean() => ReadByte() switch
    {
        0xC2 => false,
        0xC3 => true,
        _ => throw Wrong("a truth"),
    };

    // Servers may send a number wider than it needs to be.
    public long ReadInteger()
    {
        var marker = ReadByte();
        return marker switch
        {
            <= 0x7F or >= 0xF0 => unchecked((sbyte)marker),
            0xC8 => unchecked((sbyte)ReadByte()),
            0xC9 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xCA => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xCB => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Wrong("a whole number"),
        };
    }

    public double ReadNumber()
    {
        if (_at < _end && _bytes[_at] == 0xC1)
        {
            _at++;
            return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
        }

        return ReadInteger();
    }

    public string ReadText() => Encoding.UTF8.GetString(Take(ReadSize(0x80, 0xD0, "a text")));

    public byte[] ReadBytes()
    {
        var length = ReadByte() switch
        {
            0xCC => ReadByte(),
            0xCD => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xCE => ReadSize32(),
            _ => throw Wrong("bytes"),
        };
        return Take(length).ToArray();
    }

    // Each entry takes a byte at least.
    public int ReadListCount() => Within(ReadSize(0x90, 0xD4, "a list"), 1);

    public int ReadMapCount() => Within(ReadSize(0xA0, 0xD8, "a map"), 2);

    public void Skip() => Skip(0);

    /// <summary>The next value whatever it is: for what a server says beside rows.</summary>
    public object? ReadAny() => ReadAny(0);

    /// <summary>A map of a server's own words.</summary>
    public Dictionary<string, object?> ReadMap() => ReadMap(0);

    private Dictionary<string, object?> ReadMap(int depth)
    {
        var count = ReadMapCount();
        var map = new Dictionary<string, object?>(Math.Min(count, 64), StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            map[ReadText()] = ReadAny(depth + 1);
        }

        return map;
    }

    private object? ReadAny(int depth)
    {
        CheckDepth(depth);
        switch (Kind(Peek()))
        {
            case PackKind.Null:
                _at++;
                return null;
            case PackKind.Boolean:
                return ReadBoolean();
            case PackKind.Integer:
                return ReadInteger();
            case PackKind.Number:
                return ReadNumber();
            case PackKind.Text:
                return ReadText();
            case PackKind.Bytes:
                return ReadBytes();
            case PackKind.List:
                var list = new List<object?>();
                for (var left = ReadListCount(); left > 0; left--)
                {
                    list.Add(ReadAny(depth + 1));
                }

                return list;
            case PackKind.Map:
                return ReadMap(depth);
            default:
                Skip(depth);
                return null;
        }
    }

    private void Skip(int depth)
    {
        CheckDepth(depth);
        switch (Kind(Peek()))
        {
            case PackKind.Null:
            case PackKind.Boolean:
                _at++;
                break;
            case PackKind.Integer:
                ReadInteger();
                break;
            case PackKind.Number:
                ReadNumber();
                break;
            case PackKind.Text:
                Take(ReadSize(0x80, 0xD0, "a text"));
                break;
            case PackKind.Bytes:
                ReadBytes();
                break;
            case PackKind.List:
                SkipMany(ReadListCount(), depth);
                break;
            case PackKind.Map:
                SkipMany(2 * ReadMapCount(), depth);
                break;
            default:
                SkipMany(ReadStructure().Fields, depth);
                break;
        }
    }

    private void SkipMany(int count, int depth)
    {
        for (var i = 0; i < count; i++)
        {
            Skip(depth + 1);
        }
    }

    private static PackKind Kind(byte marker) => marker switch
    {
        <= 0x7F or >= 0xF0 or (>= 0xC8 and <= 0xCB) => PackKind.Integer,
        <= 0x8F or (>= 0xD0 and <= 0xD2) => PackKind.Text,
        <= 0x9F or (>= 0xD4 and <= 0xD6) => PackKind.List,
        <= 0xAF or (>= 0xD8 and <= 0xDA) => PackKind.Map,
        <= 0xBF => PackKind.Structure,
        0xC0 => PackKind.Null,
        0xC1 => PackKind.Number,
        0xC2 or 0xC3 => PackKind.Boolean,
        >= 0xCC and <= 0xCE => PackKind.Bytes,
        _ => throw Wrong("a value"),
    };

    private int ReadSize(byte tiny, byte first, string what)
    {
        var marker = ReadByte();
        return (marker & 0xF0) == tiny ? marker & 0x0F
            : marker == first ? ReadByte()
            : marker == first + 1 ? BinaryPrimitives.ReadUInt16BigEndian(Take(2))
            : marker == first + 2 ? ReadSize32()
            : throw Wrong(what);
    }

    private int ReadSize32()
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        return size <= BoltLimits.MessageBytesMax ? (int)size : throw Wrong("a size that is possible");
    }

    private int Within(int count, int bytesEach) =>
        (long)count * bytesEach <= _end - _at ? count : throw Wrong("as much as it says");

    private byte Peek() => _at < _end ? _bytes[_at] : throw Wrong("anything");

    private byte ReadByte() => _at < _end ? _bytes[_at++] : throw Wrong("anything");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _end - _at)
        {
            throw Wrong("as much as it says");
        }

        var span = _bytes.AsSpan(_at, count);
        _at += count;
        return span;
    }

    private static void CheckDepth(int depth)
    {
        if (depth > BoltLimits.DepthMax)
        {
            throw Wrong("anything that flat");
        }
    }

    private static CypherException Wrong(string expected) =>
        new(CypherFailure.Protocol, string.Empty, $"The server's message does not hold {expected} where it should.");

    private enum PackKind : byte
    {
        Null,
        Boolean,
        Integer,
        Number,
        Text,
        Bytes,
        List,
        Map,
        Structure,
    }
}
