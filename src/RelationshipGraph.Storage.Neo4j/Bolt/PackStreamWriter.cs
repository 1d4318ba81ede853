using System.Buffers.Binary;
using System.Text;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Writes messages in PackStream, cut into chunks, into one growing buffer. Not safe for concurrent use.</summary>
internal sealed class PackStreamWriter
{
    private const int HeaderBytes = 2;

    // A lone surrogate would be stored as another character without a word.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[BoltLimits.BufferBytes];
    private int _length;
    private int _messageStart;

    /// <summary>All messages since the last <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Begins again from nothing; what a large message took is given back.</summary>
    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > BoltLimits.BufferBytes)
        {
            _buffer = new byte[BoltLimits.BufferBytes];
        }
    }

    public void BeginMessage(byte tag, int fields)
    {
        _messageStart = _length;
        Reserve(HeaderBytes);
        _length += HeaderBytes;
        WriteStructure(tag, fields);
    }

    /// <summary>Ends a message: sets the lengths of its chunks, and the zero behind them.</summary>
    public void EndMessage()
    {
        var size = _length - _messageStart - HeaderBytes;
        var moreChunks = (size - 1) / BoltLimits.ChunkBytesMax;
        Reserve((moreChunks * HeaderBytes) + HeaderBytes);

        // From the last chunk to the first, since each moves to the right by the headers before it.
        for (var chunk = moreChunks; chunk >= 0; chunk--)
        {
            var from = _messageStart + HeaderBytes + (chunk * BoltLimits.ChunkBytesMax);
            var to = from + (chunk * HeaderBytes);
            var length = Math.Min(BoltLimits.ChunkBytesMax, _messageStart + HeaderBytes + size - from);
            if (chunk > 0)
            {
                _buffer.AsSpan(from, length).CopyTo(_buffer.AsSpan(to));
            }

            BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(to - HeaderBytes), (ushort)length);
        }

        _length += moreChunks * HeaderBytes;
        _buffer.AsSpan(_length, HeaderBytes).Clear();
        _length += HeaderBytes;
    }

    /// <summary>Bytes outside of any message, such as those of the handshake.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes) => Append(bytes);

    public void WriteStructure(byte tag, int fields)
    {
        WriteByte((byte)(PackStreamMarker.TinyStructure + fields));
        WriteByte(tag);
    }

    public void WriteNull() => WriteByte(PackStreamMarker.Null);

    public void WriteBoolean(bool value) => WriteByte(value ? PackStreamMarker.True : PackStreamMarker.False);

    public void WriteInteger(long value)
    {
        if (value is >= PackStreamMarker.TinyIntegerMin and <= sbyte.MaxValue)
        {
            WriteByte(unchecked((byte)value));
        }
        else if (value is >= sbyte.MinValue and <= sbyte.MaxValue)
        {
            WriteByte(PackStreamMarker.Integer8);
            WriteByte(unchecked((byte)value));
        }
        else if (value is >= short.MinValue and <= short.MaxValue)
        {
            WriteByte(PackStreamMarker.Integer16);
            BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)value);
        }
        else if (value is >= int.MinValue and <= int.MaxValue)
        {
            WriteByte(PackStreamMarker.Integer32);
            BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), (int)value);
        }
        else
        {
            WriteByte(PackStreamMarker.Integer64);
            BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
        }
    }

    public void WriteNumber(double value)
    {
        WriteByte(PackStreamMarker.Number);
        BinaryPrimitives.WriteDoubleBigEndian(Take(sizeof(double)), value);
    }

    /// <exception cref="CypherException">The text holds half of a surrogate pair.</exception>
    public void WriteText(string value)
    {
        try
        {
            var size = Utf8.GetByteCount(value);
            WriteSize(size, PackStreamMarker.TinyText, PackStreamMarker.Text8);
            Utf8.GetBytes(value, Take(size));
        }
        catch (EncoderFallbackException)
        {
            throw new CypherException(CypherFailure.Statement, "", "A text holds half of a surrogate pair.");
        }
    }

    /// <summary>Text that is UTF-8 already, such as the keys of the protocol's own maps.</summary>
    public void WriteText(ReadOnlySpan<byte> utf8)
    {
        WriteSize(utf8.Length, PackStreamMarker.TinyText, PackStreamMarker.Text8);
        Append(utf8);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteSize(value.Length, tiny: 0, PackStreamMarker.Bytes8);
        Append(value);
    }

    /// <summary>The head of a list; its values are written next.</summary>
    public void WriteList(int count) => WriteSize(count, PackStreamMarker.TinyList, PackStreamMarker.List8);

    /// <summary>The head of a map; for each entry a text and a value are written next.</summary>
    public void WriteMap(int count) => WriteSize(count, PackStreamMarker.TinyMap, PackStreamMarker.Map8);

    // The three markers for sizes of 8, 16 and 32 bits follow each other in every family.
    private void WriteSize(int size, byte tiny, byte marker8)
    {
        if (size < 16 && tiny != 0)
        {
            WriteByte((byte)(tiny + size));
        }
        else if (size <= byte.MaxValue)
        {
            WriteByte(marker8);
            WriteByte((byte)size);
        }
        else if (size <= ushort.MaxValue)
        {
            WriteByte((byte)(marker8 + 1));
            BinaryPrimitives.WriteUInt16BigEndian(Take(sizeof(ushort)), (ushort)size);
        }
        else
        {
            WriteByte((byte)(marker8 + 2));
            BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), size);
        }
    }

    private void WriteByte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        Reserve(count);
        var span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }
    }
}
