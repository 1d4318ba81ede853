using System.Buffers.Binary;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>
/// The reading half of a connection: one buffer over the stream, out of which whole messages are handed in place. Nothing reads
/// ahead; the stream is read when no whole message is there.
/// </summary>
/// <remarks>
/// <code>
///   0       _start        _end      _scan          _filled
///   | done  | message so far | header | not looked at | free
/// </code>
/// A message of one chunk is handed where it came to lie. The later chunks of one that has several are moved against the first.
/// </remarks>
internal sealed class BoltInput(Stream stream, TimeProvider time)
{
    private const int HeaderBytes = 2;

    // Less free space than this is not worth a read.
    private const int ReadBytesMin = 4_096;

    private byte[] _buffer = new byte[BoltLimits.BufferBytes];
    private int _start;
    private int _end;
    private int _scan;
    private int _filled;
    private Task<int>? _reading;

    /// <summary>Sets the reader to the next message, if all of it is there. It is valid until the next call.</summary>
    /// <exception cref="CypherException">The message is larger than allowed.</exception>
    public bool TryRead(PackStreamReader reader)
    {
        while (_filled - _scan >= HeaderBytes)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_scan));
            if (length == 0)
            {
                _scan += HeaderBytes;
                if (_end > _start)
                {
                    reader.Set(_buffer, _start, _end);
                    _start = _scan;
                    _end = _scan;
                    return true;
                }

                // Between messages it only says that the server is alive.
                _start = _scan;
                _end = _scan;
                continue;
            }

            if (_end - _start > BoltLimits.MessageBytesMax - length)
            {
                throw PackStreamReader.Garbage($"A message has more than {BoltLimits.MessageBytesMax} bytes.");
            }

            if (_filled - _scan < HeaderBytes + length)
            {
                return false;
            }

            AddChunk(length);
        }

        return false;
    }

    /// <summary>Reads what the server sends next. Any byte of it begins the time-out anew.</summary>
    /// <remarks>The read itself is never given up: whoever comes after a cancelled wait goes on with it.</remarks>
    /// <exception cref="TimeoutException">Nothing came.</exception>
    /// <exception cref="EndOfStreamException">The server closed the connection.</exception>
    public async ValueTask FillAsync(TimeSpan timeout, CancellationToken ct)
    {
        int count;
        if (_reading is null)
        {
            MakeRoom();
            var reading = stream.ReadAsync(_buffer.AsMemory(_filled), CancellationToken.None);
            if (reading.IsCompletedSuccessfully)
            {
                count = reading.Result;
            }
            else
            {
                _reading = reading.AsTask();
                count = await WaitAsync(_reading, timeout, ct);
            }
        }
        else
        {
            count = await WaitAsync(_reading, timeout, ct);
        }

        if (count == 0)
        {
            throw new EndOfStreamException("The server closed the connection.");
        }

        _filled += count;
    }

    private async ValueTask<int> WaitAsync(Task<int> reading, TimeSpan timeout, CancellationToken ct)
    {
        var count = await reading.WaitAsync(timeout, time, ct);
        _reading = null;
        return count;
    }

    private void AddChunk(int length)
    {
        var from = _scan + HeaderBytes;
        if (_end == _start)
        {
            _start = from;
            _end = from + length;
        }
        else
        {
            _buffer.AsSpan(from, length).CopyTo(_buffer.AsSpan(_end));
            _end += length;
        }

        _scan = from + length;
    }

    // Afterwards there is free space, enough for a whole chunk and the headers around it when a chunk is on its way.
    private void MakeRoom()
    {
        if (_start == _filled && _end == _start)
        {
            _start = _end = _scan = _filled = 0;
            if (_buffer.Length > BoltLimits.BufferBytes)
            {
                _buffer = new byte[BoltLimits.BufferBytes];
            }

            return;
        }

        if (_buffer.Length - _filled >= ReadBytesMin)
        {
            return;
        }

        var assembled = _end - _start;
        var raw = _filled - _scan;
        var needed = assembled + Math.Max(raw, HeaderBytes + BoltLimits.ChunkBytesMax) + HeaderBytes;
        var buffer = needed > _buffer.Length ? new byte[needed * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, buffer, 0, assembled);
        Buffer.BlockCopy(_buffer, _scan, buffer, assembled, raw);
        _buffer = buffer;
        _start = 0;
        _end = assembled;
        _scan = assembled;
        _filled = assembled + raw;
    }
}
