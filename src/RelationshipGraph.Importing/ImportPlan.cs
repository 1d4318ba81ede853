using RelationshipGraph.Importing.Files;
using RelationshipGraph.Importing.JsonLines;
using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing;

/// <summary>Which files are read as what, found out before anything is written.</summary>
internal sealed class ImportPlan
{
    private readonly List<(InputFile File, TableKind Kind)> _tables = [];
    private readonly List<InputFile> _exports = [];
    private readonly List<(string File, Problem Problem)> _refused = [];
    private readonly List<string> _passedOver = [];
    private int _read;

    private ImportPlan()
    {
    }

    /// <summary>The tables, in the order in which they are read.</summary>
    public IReadOnlyList<(InputFile File, TableKind Kind)> Tables => _tables;

    /// <summary>Exports that are read back.</summary>
    public IReadOnlyList<InputFile> Exports => _exports;

    /// <summary>Files that are not read, and why.</summary>
    public IReadOnlyList<(string File, Problem Problem)> Refused => _refused;

    /// <summary>Files that are nothing to import.</summary>
    public IReadOnlyList<string> PassedOver => _passedOver;

    /// <summary>Whether nothing may be written at all.</summary>
    public bool IsFatal { get; private set; }

    public long Bytes => _tables.Sum(table => table.File.Bytes) + _exports.Sum(file => file.Bytes);

    public static ImportPlan Of(ImportFiles files, FileScan scan)
    {
        var plan = new ImportPlan();
        var data = files.Files
            .Where(file => !SetCard.IsCard(file.Name))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var file in data)
        {
            plan.Add(file, isAlone: data.Count == 1, scan);
            if (plan.IsFatal)
            {
                return plan;
            }
        }

        plan.Order();
        return plan;
    }

    private void Add(ImportFile file, bool isAlone, FileScan scan)
    {
        // By its name first: what is nothing to import is not opened, however large it is.
        var unread = new InputFile(file, false, 0);
        var named = unread.Ending is "csv" or "txt" or "tsv" or "" ? TableKind.Named(unread.Stem) : null;
        var mayBeTable = named is not null || (isAlone && unread.Ending is "csv" or "txt" or "tsv");
        var isExport = unread.Ending is "jsonl" or "ndjson";
        if (!mayBeTable && !isExport)
        {
            _passedOver.Add(file.Name);
            return;
        }

        if (++_read > Limits.ImportFilesMax)
        {
            Refuse(string.Empty, Problem.Of(
                ProblemCode.FileTooLarge, string.Empty, ("limit", "files"), ("max", $"{Limits.ImportFilesMax}")), isFatal: true);
            return;
        }

        var (input, problem) = scan.Measure(file);
        if (input is null)
        {
            Refuse(file.Name, problem!, FileScan.IsFatal(problem!));
            return;
        }

        try
        {
            if (isExport)
            {
                AddExport(input);
            }
            else
            {
                AddTable(input, named);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // It could be read a moment ago.
            Refuse(file.Name, Problem.Of(ProblemCode.FileUnreadable, string.Empty), isFatal: false);
        }
    }

    private void AddExport(InputFile input)
    {
        if (ExportLines.IsExport(input))
        {
            _exports.Add(input);
        }
        else
        {
            Refuse(input.Name, Problem.Of(ProblemCode.FormatUnknown, string.Empty), isFatal: false);
        }
    }

    private void AddTable(InputFile input, TableKind? named)
    {
        using var stream = input.Open();
        using var rows = CsvRows.Open(stream);
        var header = new Header(rows.Header);
        var kind = named ?? TableKind.Shaped(header);
        if (kind is null)
        {
            _passedOver.Add(input.Name);
        }
        else if ((rows.Problem ?? header.Repeated ?? kind.MissingFrom(header)) is { } problem)
        {
            Refuse(input.Name, problem, isFatal: false);
        }
        else if (_tables.Any(table => table.Kind == kind && table.File.Stem == input.Stem))
        {
            // The same table plain and compressed: the plain one, whose name comes first.
            _passedOver.Add(input.Name);
        }
        else
        {
            _tables.Add((input, kind));
        }
    }

    private void Refuse(string file, Problem problem, bool isFatal)
    {
        _refused.Add((file, problem));
        IsFatal |= isFatal;
    }

    private void Order()
    {
        var ordered = _tables.OrderBy(table => TableKind.All.ToList().IndexOf(table.Kind)).ToList();
        _tables.Clear();
        _tables.AddRange(ordered);
        if (_tables.Count + _exports.Count + _refused.Count == 0)
        {
            Refuse(string.Empty, Problem.Of(
                ProblemCode.NothingToImport, string.Empty, ("allowed", TableKind.AllNames)), isFatal: true);
        }

        IsFatal |= _tables.Count + _exports.Count == 0;
    }
}
