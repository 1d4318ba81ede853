using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Files;

/// <summary>The rows of a CSV file, one at a time, with the line each begins on.</summary>
/// <remarks>UTF-8 with or without a mark at its beginning; separated by commas, semicolons or tabs, as the header is.</remarks>
internal sealed class CsvRows : IDisposable
{
    /// <summary>What stands where bytes were not UTF-8. No text may hold it, so nothing else is mistaken for it.</summary>
    public const char NotText = '\uFFFF';

    private readonly CsvParser _parser;
    private bool _isBroken;
    private bool _isEnded;
    private long _lines;

    private CsvRows(TextReader reader, string delimiter)
    {
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            // Lines are counted here: a skipped one would be lost to the count.
            IgnoreBlankLines = false,
            BufferSize = 1 << 16,
            MaxFieldSize = Limits.ImportFieldMax,
            BadDataFound = _ => _isBroken = true,
        });
    }

    /// <summary>The fields of the header, trimmed, as they are written.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The line on which the current row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the current row as such; null where its fields can be read.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Opens the rows and reads the header.</summary>
    public static CsvRows Open(Stream stream)
    {
        var utf8 = Encoding.GetEncoding(
            "utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(NotText.ToString()));
        var reader = new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        if (reader.Peek() == '\uFEFF')
        {
            reader.Read();
        }

        // The first line is read twice: once for its separator.
        var first = new StringBuilder();
        int letter;
        while ((letter = reader.Read()) >= 0)
        {
            first.Append((char)letter);
            if (letter is '\n' or '\r')
            {
                break;
            }
        }

        var line = first.ToString();
        var rows = new CsvRows(new Rejoined(line, reader), DelimiterOf(line));
        rows.ReadHeader();
        return rows;
    }

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    public bool Read()
    {
        while (!_isEnded)
        {
            _isBroken = false;
            Problem = null;
            try
            {
                if (!_parser.Read())
                {
                    break;
                }
            }
            catch (MaxFieldSizeException)
            {
                EndInside();
                return true;
            }

            Line = _lines + 1;
            _lines = _parser.RawRow;
            if (_parser.Count == 1 && Header.Count > 1 && _parser[0].Length == 0)
            {
                continue;
            }

            Look();
            return true;
        }

        _isEnded = true;
        return false;
    }

    /// <summary>A field of the current row, as it is written.</summary>
    public string this[int index] => _parser[index];

    public void Dispose() => _parser.Dispose();

    private void ReadHeader()
    {
        if (Read() && Problem is null)
        {
            Header = [.. Enumerable.Range(0, _parser.Count).Select(i => _parser[i].Trim())];
        }
    }

    private void Look()
    {
        // Quotes are looked at when a field is asked for.
        for (var i = 0; i < _parser.Count; i++)
        {
            _ = _parser[i];
        }

        if (_isBroken)
        {
            Problem = Problem.Of(ProblemCode.BrokenQuotes, string.Empty);
        }
        else if (Header.Count > 0 && _parser.Count != Header.Count)
        {
            Problem = Problem.Of(
                ProblemCode.WrongFieldCount,
                string.Empty,
                ("found", _parser.Count.ToString(CultureInfo.InvariantCulture)),
                ("expected", Header.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // A field without end is nearly always a quotation mark that nobody closed; what follows cannot be told apart any more.
    private void EndInside()
    {
        _isEnded = true;
        Line = _lines + 1;
        Problem = _parser.RawRow > Line
            ? Problem.Of(ProblemCode.BrokenQuotes, string.Empty)
            : Problem.Of(
                ProblemCode.TooLong, string.Empty, ("max", Limits.ImportFieldMax.ToString(CultureInfo.InvariantCulture)));
    }

    private static string DelimiterOf(string header) =>
        header.Contains(',', StringComparison.Ordinal) ? ","
        : header.Contains(';', StringComparison.Ordinal) ? ";"
        : header.Contains('\t', StringComparison.Ordinal) ? "\t"
        : ",";

    /// <summary>A reader with its first line put back before it.</summary>
    private sealed class Rejoined(string first, TextReader rest) : TextReader
    {
        private int _at;

        public override int Peek() => _at < first.Length ? first[_at] : rest.Peek();

        public override int Read() => _at < first.Length ? first[_at++] : rest.Read();

        public override int Read(Span<char> buffer)
        {
            if (_at == first.Length)
            {
                return rest.Read(buffer);
            }

            var length = Math.Min(buffer.Length, first.Length - _at);
            first.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
