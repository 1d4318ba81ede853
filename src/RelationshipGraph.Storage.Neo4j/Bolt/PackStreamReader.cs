using System.Buffers.Binary;
using System.Text;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// Reads the values of one message where they stand in the connection's buffer. One is used for all messages of a connection.
/// </summary>
/// <remarks>
/// A size that a server claims is compared with the bytes that are there and with <see cref="BoltLimits"/> before anything is
/// allocated for it.
/// </remarks>
internal sealed class PackStreamReader : ICypherRow
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _data = [];
    private int _position;
    private int _end;

    /// <summary>Whether all of the message has been read.</summary>
    public bool IsAtEnd => _position == _end;

    public void Set(byte[] data, int start, int end)
    {
        _data = data;
        _position = start;
        _end = end;
    }

    /// <summary>The head of a structure, such as a message. Its fields follow.</summary>
    /// <returns>Its tag and the number of its fields.</returns>
    public (byte Tag, int Fields) ReadStructure()
    {
        var marker = Next();
        if ((marker & 0xF0) != PackStreamMarker.TinyStructure)
        {
            throw Garbage($"0x{marker:X2} is not the head of a message.");
        }

        return (Next(), marker & 0x0F);
    }

    public bool TryReadNull()
    {
        if (_position < _end && _data[_position] == PackStreamMarker.Null)
        {
            _position++;
            return true;
        }

        return false;
    }

    public bool ReadBoolean() => Next() switch
    {
        PackStreamMarker.True => true,
        PackStreamMarker.False => false,
        var marker => throw Unexpected("a boolean", marker),
    };

    public long ReadInteger()
    {
        var marker = Next();
        var tiny = unchecked((sbyte)marker);
        return tiny >= PackStreamMarker.TinyIntegerMin ? tiny : ReadWideInteger(marker);
    }

    public double ReadNumber()
    {
        var marker = Next();
        if (marker == PackStreamMarker.Number)
        {
            return BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));
        }

        var tiny = unchecked((sbyte)marker);
        return tiny >= PackStreamMarker.TinyIntegerMin ? tiny : ReadWideInteger(marker, "a number");
    }

    public string ReadText()
    {
        var bytes = ReadTextBytes();
        try
        {
            return bytes.IsEmpty ? "" : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Garbage("A text is not UTF-8.");
        }
    }

    /// <summary>A text as it stands in the buffer, for comparing.</summary>
    public ReadOnlySpan<byte> ReadTextBytes()
    {
        var marker = Next();
        var size = (marker & 0xF0) == PackStreamMarker.TinyText
            ? marker & 0x0F
            : marker is >= PackStreamMarker.Text8 and <= PackStreamMarker.Text32
                ? ReadSize(marker - PackStreamMarker.Text8)
                : throw Unexpected("a text", marker);
        return Take(size);
    }

    public byte[] ReadBytes()
    {
        var marker = Next();
        return marker is >= PackStreamMarker.Bytes8 and <= PackStreamMarker.Bytes32
            ? Take(ReadSize(marker - PackStreamMarker.Bytes8)).ToArray()
            : throw Unexpected("bytes", marker);
    }

    public int ReadListCount()
    {
        var marker = Next();
        return (marker & 0xF0) == PackStreamMarker.TinyList
            ? Fitting(marker & 0x0F, bytesEach: 1)
            : marker is >= PackStreamMarker.List8 and <= PackStreamMarker.List32
                ? Fitting(ReadSize(marker - PackStreamMarker.List8), bytesEach: 1)
                : throw Unexpected("a list", marker);
    }

    public int ReadMapCount()
    {
        var marker = Next();
        return (marker & 0xF0) == PackStreamMarker.TinyMap
            ? Fitting(marker & 0x0F, bytesEach: 2)
            : marker is >= PackStreamMarker.Map8 and <= PackStreamMarker.Map32
                ? Fitting(ReadSize(marker - PackStreamMarker.Map8), bytesEach: 2)
                : throw Unexpected("a map", marker);
    }

    public void Skip()
    {
        // How many values are still to come at each level.
        Span<int> open = stackalloc int[BoltLimits.DepthMax];
        var depth = -1;
        while (true)
        {
            var inside = SkipHead();
            if (inside > 0)
            {
                if (++depth == BoltLimits.DepthMax)
                {
                    throw Garbage($"More than {BoltLimits.DepthMax} lists and maps stand within each other.");
                }

                open[depth] = inside;
                continue;
            }

            while (depth >= 0 && --open[depth] == 0)
            {
                depth--;
            }

            if (depth < 0)
            {
                return;
            }
        }
    }

    internal static CypherException Garbage(string what) => new(CypherFailure.Protocol, "", what);

    /// <summary>Passes over a value, or over the head of one that holds others.</summary>
    /// <returns>How many values stand inside of it.</returns>
    private int SkipHead()
    {
        var marker = _position < _end ? _data[_position] : throw Short();
        switch (marker)
        {
            case PackStreamMarker.Null or PackStreamMarker.True or PackStreamMarker.False:
                _position++;
                return 0;
            case PackStreamMarker.Number:
                ReadNumber();
                return 0;
            case >= PackStreamMarker.Bytes8 and <= PackStreamMarker.Bytes32:
                _position++;
                Take(ReadSize(marker - PackStreamMarker.Bytes8));
                return 0;
            default:
                return (marker & 0xF0) switch
                {
                    PackStreamMarker.TinyStructure => ReadStructure().Fields,
                    PackStreamMarker.TinyList => ReadListCount(),
                    PackStreamMarker.TinyMap => ReadMapCount() * 2,
                    PackStreamMarker.TinyText => SkipText(),
                    _ => SkipSized(marker),
                };
        }
    }

    private int SkipSized(byte marker)
    {
        switch (marker)
        {
            case >= PackStreamMarker.Text8 and <= PackStreamMarker.Text32:
                return SkipText();
            case >= PackStreamMarker.List8 and <= PackStreamMarker.List32:
                return ReadListCount();
            case >= PackStreamMarker.Map8 and <= PackStreamMarker.Map32:
                return ReadMapCount() * 2;
            default:
                ReadInteger();
                return 0;
        }
    }

    private int SkipText()
    {
        ReadTextBytes();
        return 0;
    }

    private long ReadWideInteger(byte marker, string asked = "an integer") => marker switch
    {
        PackStreamMarker.Integer8 => unchecked((sbyte)Next()),
        PackStreamMarker.Integer16 => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))),
        PackStreamMarker.Integer32 => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))),
        PackStreamMarker.Integer64 => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))),
        _ => throw Unexpected(asked, marker),
    };

    /// <param name="width">0 for a size of one byte, 1 for two, 2 for four.</param>
    private int ReadSize(int width)
    {
        var size = width switch
        {
            0 => Next(),
            1 => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))),
            _ => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint))),
        };
        return size <= (uint)(_end - _position) ? (int)size : throw Short();
    }

    private int Fitting(int count, int bytesEach) => count > BoltLimits.EntriesMax
        ? throw Garbage($"A list or map has more than {BoltLimits.EntriesMax} entries.")
        : count <= (_end - _position) / bytesEach ? count : throw Short();

    private byte Next() => _position < _end ? _data[_position++] : throw Short();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _end - _position)
        {
            throw Short();
        }

        var span = _data.AsSpan(_position, count);
        _position += count;
        return span;
    }

    private static CypherException Short() => Garbage("A message is shorter than the values that it claims to hold.");

    // A value of another type is the mistake of whoever wrote the statement; a byte that begins no value is the server's.
    private static CypherException Unexpected(string asked, byte marker) => IsMarker(marker)
        ? new(CypherFailure.Statement, "", $"A value was read as {asked}, but has the marker 0x{marker:X2}.")
        : Garbage($"0x{marker:X2} begins no value.");

    private static bool IsMarker(byte marker) => marker
        is < 0xC4 or (>= PackStreamMarker.Integer8 and <= PackStreamMarker.Bytes32)
        or (>= PackStreamMarker.Text8 and <= PackStreamMarker.Text32)
        or (>= PackStreamMarker.List8 and <= PackStreamMarker.List32)
        or (>= PackStreamMarker.Map8 and <= PackStreamMarker.Map32) or >= 0xF0;
}
