using RelationshipGraph.Importing.Files;
using RelationshipGraph.Importing.Tables;

namespace RelationshipGraph.Importing.ContactLogs;

/// <summary>Reads who was in contact with whom out of tables, without a store: for evaluations.</summary>
public static class ContactLogReader
{
    /// <summary>
    /// Reads the files that an import would read. A row that cannot be read ends the reading: half a log misleads.
    /// </summary>
    /// <param name="files">A folder of tables.</param>
    /// <param name="ct">Ends the reading.</param>
    public static ContactLogSet Read(ImportFiles files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        var name = SetCard.Of(files).Name ?? files.Name;
        var plan = ImportPlan.Of(files, new FileScan(new ImportLimits(), new Silence(), ct));
        if (plan.Refused is [var (file, problem), ..])
        {
            return new ContactLogSet(name, [], new ImportRefusal(file, 0, problem));
        }

        var contacts = new ContactGathering();
        foreach (var (input, kind) in plan.Tables)
        {
            if (contacts.ReaderOf(kind.Names) is { } reader && ReadTable(input, reader, ct) is { } refusal)
            {
                return new ContactLogSet(name, [], refusal);
            }
        }

        return new ContactLogSet(name, contacts.Logs(), null);
    }

    private static ImportRefusal? ReadTable(InputFile input, Func<Header, Action<SourceRow>> reader, CancellationToken ct)
    {
        using var stream = input.Open();
        using var rows = CsvRows.Open(stream);
        var read = reader(new Header(rows.Header));
        var row = new SourceRow(rows);
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            row.Begin();
            read(row);
            if (row.Problem is { } problem)
            {
                return new ImportRefusal(input.Name, rows.Line, problem);
            }
        }

        return null;
    }

    private sealed class Silence : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
        }
    }
}
