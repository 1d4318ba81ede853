using System.Text.Json;
using RelationshipGraph.Importing.Files;

namespace RelationshipGraph.Importing.JsonLines;

/// <summary>The lines of an export: what the first one says, and how they are read.</summary>
internal sealed class ExportLines(Stream stream) : IDisposable
{
    /// <summary>What the first line calls the format.</summary>
    public const string Format = "relationshipgraph-export";

    /// <summary>The version of the format that is written, and the greatest that is read.</summary>
    public const int Version = 1;

    private byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The current line without its end. Valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the file's first line is that of an export this program can read.</summary>
    public static bool IsExport(InputFile file)
    {
        using var lines = new ExportLines(file.Open());
        try
        {
            if (!lines.Read())
            {
                return false;
            }

            using var json = JsonDocument.Parse(lines.Line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                && format.ValueEquals(Format)
                && json.RootElement.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                && number is >= 1 and <= Version;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0 || (_isEnded && _start < _end))
            {
                length = length >= 0 ? length : _end - _start;
                Take(length);
                return true;
            }

            if (_isEnded)
            {
                return false;
            }

            Fill();
        }
    }

    public void Dispose() => stream.Dispose();

    private void Take(int length)
    {
        var line = _buffer.AsMemory(_start, length);
        _start = Math.Min(_end, _start + length + 1);
        Number++;
        if (Number == 1 && line.Span.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        Line = line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            // How long a line may be was looked at when the file was measured.
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isEnded = read == 0;
        _end += read;
    }
}
