using System.Threading.Channels;
using RelationshipGraph.Importing.Files;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Writing;

/// <summary>The rows of one file, read on a thread of their own while earlier ones are written.</summary>
internal sealed class TableReader(InputFile input, TableKind kind, TableContext context)
{
    // Read ahead: enough to keep the writer busy, few enough to be nothing beside a batch of records.
    private const int BatchesAhead = 1;

    private CountedStream? _stream;

    /// <summary>Bytes of the file read so far.</summary>
    public long Bytes => _stream?.Count ?? 0;

    /// <summary>The columns nobody has a use for; known once reading has begun.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    /// <summary>The column that rows were passed over by, and how many; complete once reading has ended.</summary>
    public (string? Column, long Rows) PassedOver { get; private set; }

    /// <summary>Why reading ended before the file did; null where it did not.</summary>
    public Problem? Failure { get; private set; }

    /// <summary>Gives the rows in batches, each with the rows read so far.</summary>
    public async Task ReadAsync(Func<IReadOnlyList<Entry>, long, Task> take, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<(List<Entry> Entries, long Rows)>(
            new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => FillAsync(channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var (entries, rows) in channel.Reader.ReadAllAsync(ct))
            {
                await take(entries, rows);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task FillAsync(ChannelWriter<(List<Entry> Entries, long Rows)> batches, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            using var stream = input.Open();
            _stream = stream;
            using var rows = CsvRows.Open(stream);
            var header = new Header(rows.Header);
            var table = kind.Bind(header, context);
            Unused = [.. header.Unused];
            await FillAsync(rows, table, batches, ct);
            PassedOver = (table.PassedOverBy, table.RowsPassedOver);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // It could be read when it was measured. What was read is good; the rest is said to be missing.
            Failure = Problem.Of(ProblemCode.FileUnreadable, string.Empty);
        }
        catch (OperationCanceledException)
        {
            // The side that takes the rows has its own reason to end, or the same.
        }
        catch (Exception other)
        {
            failure = other;
        }
        finally
        {
            batches.Complete(failure);
        }
    }

    private static async Task FillAsync(
        CsvRows rows, Table table, ChannelWriter<(List<Entry> Entries, long Rows)> batches, CancellationToken ct)
    {
        var rowsMax = Limits.CommitChangesMax / table.RecordsMax;
        var row = new SourceRow(rows);
        List<Entry> entries = new(rowsMax);
        long count = 0;
        while (rows.Read())
        {
            count++;
            if (table.Read(row, rows.Line) is { } entry)
            {
                entries.Add(entry);
            }

            if (entries.Count == rowsMax)
            {
                await batches.WriteAsync((entries, count), ct);
                entries = new(rowsMax);
            }
        }

        if (entries.Count > 0 || count == 0)
        {
            await batches.WriteAsync((entries, count), ct);
        }
    }
}
