using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>One table of a schema, bound to the columns of a file.</summary>
internal abstract class Table
{
    /// <summary>What a row that cannot be read counts as.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>Records that a row becomes at most.</summary>
    public virtual int RecordsMax => 1;

    /// <summary>Rows passed over so far, and the column that decided it.</summary>
    public long RowsPassedOver { get; protected set; }

    public virtual string? PassedOverBy => null;

    /// <summary>Reads the current row; null where it is passed over.</summary>
    public Entry? Read(SourceRow row, long line)
    {
        row.Begin();
        if (row.Problem is { } broken)
        {
            return new RefusedEntry(Kind, line, broken);
        }

        var entry = ReadFields(row, line);
        return row.Problem is { } problem ? new RefusedEntry(entry?.Kind ?? Kind, line, problem) : entry;
    }

    protected abstract Entry? ReadFields(SourceRow row, long line);
}
