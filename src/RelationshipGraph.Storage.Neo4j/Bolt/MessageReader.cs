using System.Buffers.Binary;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Puts chunks together to messages. One that is whole in the buffer is read where it lies.</summary>
internal sealed class MessageReader(Stream stream)
{
    private const int KeepMax = 1 << 20;

    private readonly byte[] _buffer = new byte[2 * (BoltLimits.ChunkBytesMax + 1)];
    private byte[] _whole = [];
    private int _wholeLength;
    private int _start;
    private int _end;

    /// <summary>Takes the next message if it is here. It stays until the next call.</summary>
    public bool TryTake(out ArraySegment<byte> message)
    {
        message = default;
        while (_end - _start >= 2)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start));
            if (length == 0)
            {
                _start += 2;
                if (_wholeLength == 0)
                {
                    // Nothing between two messages: the server says that it is still at work.
                    continue;
                }

                message = new ArraySegment<byte>(_whole, 0, _wholeLength);
                _wholeLength = 0;
                return true;
            }

            if (_end - _start < length + 4 && (_end - _start < length + 2 || _wholeLength == 0))
            {
                return false;
            }

            if (_wholeLength == 0 && BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start + 2 + length)) == 0)
            {
                message = new ArraySegment<byte>(_buffer, _start + 2, length);
                _start += length + 4;
                return true;
            }

            Keep(_buffer.AsSpan(_start + 2, length));
            _start += length + 2;
        }

        return false;
    }

    /// <summary>Reads more; false where the server has closed the connection.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        // Between messages only, so that nobody still reads from it.
        if (_wholeLength == 0 && _whole.Length > KeepMax)
        {
            _whole = [];
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
        _end += count;
        return count > 0;
    }

    private void Keep(ReadOnlySpan<byte> chunk)
    {
        if (_wholeLength + chunk.Length > BoltLimits.MessageBytesMax)
        {
            throw new CypherException(CypherFailure.Protocol, string.Empty, "The server's message is larger than allowed.");
        }

        if (_whole.Length < _wholeLength + chunk.Length)
        {
            Array.Resize(ref _whole, Math.Max(2 * _whole.Length, _wholeLength + chunk.Length));
        }

        chunk.CopyTo(_whole.AsSpan(_wholeLength));
        _wholeLength += chunk.Length;
    }
}
