using System.Globalization;
using System.IO.Compression;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Files;

/// <summary>
/// Reads every file once before anything is made of it,
/// so that what is too large, packed to burst, damaged or not text is refused before the first write.
/// </summary>
internal sealed class FileScan(ImportLimits limits, IProgress<ImportProgress> progress, CancellationToken ct)
{
    // A short file may be packed very tightly and is no danger.
    private const long RatioFrom = 16 << 20;
    private const int BufferBytes = 1 << 16;
    private const int LooksBinaryWithin = 4096;

    private static ReadOnlySpan<byte> PartBegins => [0x1F, 0x8B, 0x08];

    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _bytes;
    private long _lines;

    /// <summary>Measures a file.</summary>
    /// <returns>The file, or the problem with it.</returns>
    public (InputFile? Measured, Problem? Problem) Measure(ImportFile file)
    {
        try
        {
            bool isCompressed;
            using (var probe = file.Open())
            {
                isCompressed = probe.ReadByte() == 0x1F && probe.ReadByte() == 0x8B;
            }

            using var packed = new CountedStream(file.Open());
            if (!isCompressed)
            {
                return Measure(file, packed, packed, false);
            }

            using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            var (measured, problem) = Measure(file, packed, unpacked, true);
            return measured is not null && !IsWhole(file, measured.Bytes)
                ? (null, Problem.Of(ProblemCode.BrokenArchive, string.Empty))
                : (measured, problem);
        }
        catch (InvalidDataException)
        {
            return (null, Problem.Of(ProblemCode.BrokenArchive, string.Empty));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, Problem.Of(ProblemCode.FileUnreadable, string.Empty));
        }
    }

    /// <summary>Whether the problem ends the whole import: the limits are those of all files together.</summary>
    public static bool IsFatal(Problem problem) => problem.Code == ProblemCode.FileTooLarge;

    private (InputFile? Measured, Problem? Problem) Measure(
        ImportFile file, CountedStream packed, Stream stream, bool isCompressed)
    {
        long length = 0;
        long line = 0;
        for (int read; (read = stream.ReadAtLeast(_buffer, BufferBytes, throwOnEndOfStream: false)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            var bytes = _buffer.AsSpan(0, read);
            if (length == 0 && IsOtherText(bytes))
            {
                return (null, Problem.Of(ProblemCode.WrongEncoding, string.Empty));
            }

            length += read;
            _bytes += read;
            _lines += bytes.Count((byte)'\n');
            line = LongestLine(bytes, line, out var longest);
            if (Exceeded(length, packed.Count, isCompressed, longest) is { } problem)
            {
                return (null, problem);
            }

            progress.Report(new ImportProgress(ImportPhase.Scanning, file.Name, _bytes, 0, 0, 0));
        }

        // A line that does not end is a line.
        _lines += line > 0 ? 1 : 0;
        return length == 0
            ? (null, Problem.Of(ProblemCode.FileEmpty, string.Empty))
            : (new InputFile(file, isCompressed, length), null);
    }

    private Problem? Exceeded(long length, long packed, bool isCompressed, long line) =>
        _bytes > limits.BytesMax ? TooLarge("bytes", limits.BytesMax)
        : _lines > limits.LinesMax ? TooLarge("lines", limits.LinesMax)
        : line > limits.LineBytesMax ? TooLarge("bytes in a line", limits.LineBytesMax)
        : isCompressed && length > RatioFrom && length / Math.Max(1, packed) > limits.RatioMax
            ? TooLarge("bytes from a compressed byte", limits.RatioMax)
        : null;

    private static Problem TooLarge(string limit, long max) => Problem.Of(
        ProblemCode.FileTooLarge, string.Empty, ("limit", limit), ("max", max.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether a compressed file has its end: the reader takes one that was cut off for one that is shorter.</summary>
    /// <remarks>The last four bytes are the length of what was packed; where there are several parts, of the last.</remarks>
    private bool IsWhole(ImportFile file, long length)
    {
        using var stream = file.Open();
        var parts = 0;
        uint end = 0;
        for (int read; (read = stream.ReadAtLeast(_buffer, BufferBytes, throwOnEndOfStream: false)) > 0;)
        {
            var bytes = _buffer.AsSpan(0, read);
            parts += bytes.Count(PartBegins);
            foreach (var last in bytes[^Math.Min(4, read)..])
            {
                end = (end >> 8) | ((uint)last << 24);
            }
        }

        return end == (uint)(length & uint.MaxValue) || (parts > 1 && end <= length);
    }

    /// <summary>The length of the line that the bytes leave unfinished, and the longest one that they end or leave.</summary>
    private static long LongestLine(ReadOnlySpan<byte> bytes, long begun, out long longest)
    {
        longest = begun;
        while (bytes.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end)
        {
            longest = Math.Max(longest, begun + end);
            begun = 0;
            bytes = bytes[(end + 1)..];
        }

        begun += bytes.Length;
        longest = Math.Max(longest, begun);
        return begun;
    }

    /// <summary>Whether the file begins as UTF-16 or UTF-32 does, or is no text at all.</summary>
    private static bool IsOtherText(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || start[..Math.Min(start.Length, LooksBinaryWithin)] is var head && head.Count((byte)0) > head.Length / 8;
}
