using RelationshipGraph.Model;
using SQLitePCL;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>
/// A prepared statement. Disposing it ends its run and gives it back to its connection, which keeps it for the next time.
/// </summary>
internal sealed class Statement(sqlite3 database, sqlite3_stmt handle) : IDisposable
{
    private readonly IntPtr _pointer = handle.DangerousGetHandle();
    private readonly int _parameters = raw.sqlite3_bind_parameter_count(handle);

    /// <summary>Whether somebody is reading from it.</summary>
    public bool IsInUse { get; set; }

    /// <summary>Whether its connection keeps it; else it ends when it is disposed.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether the statement has a parameter of that number, from 1.</summary>
    public bool Has(int parameter) => parameter <= _parameters;

    public Statement Bind(int parameter, long value)
    {
        Check(Native.BindInteger(_pointer, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value) => value is { } number ? Bind(parameter, number) : BindNull(parameter);

    public Statement Bind(int parameter, double value)
    {
        Check(Native.BindNumber(_pointer, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        Check(value is null ? Native.BindNull(_pointer, parameter) : raw.sqlite3_bind_text(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    public Statement BindNull(int parameter)
    {
        Check(Native.BindNull(_pointer, parameter));
        return this;
    }

    public Statement Bind(int parameter, PropertyValue value) => value.Primitive switch
    {
        PropertyPrimitive.Integer => Bind(parameter, value.Integer),
        PropertyPrimitive.Number => Bind(parameter, value.Number),
        PropertyPrimitive.Text => Bind(parameter, value.Text),
        _ => BindNull(parameter),
    };

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool Step()
    {
        var result = Native.Step(_pointer);
        return result switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw SqliteFailure.Of(result, database),
        };
    }

    /// <summary>Runs a statement that has no rows, and makes it ready to run again with other values.</summary>
    public void Run()
    {
        while (Step())
        {
            // What a pragma or a write returns is of no interest here.
        }

        Rewind();
    }

    /// <summary>Makes it ready to run again; the values stay.</summary>
    public void Rewind() => _ = Native.Reset(_pointer);

    public bool IsNull(int column) => Native.ColumnType(_pointer, column) == raw.SQLITE_NULL;

    public long Integer(int column) => Native.ColumnInteger(_pointer, column);

    public double Number(int column) => Native.ColumnNumber(_pointer, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? string.Empty;

    /// <summary>The bytes of a blob, or of a text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public RecordId Id(int column) => RecordId.FromValue(Integer(column));

    /// <summary>The id, or none where the column is empty.</summary>
    public RecordId IdOrNone(int column) => IsNull(column) ? default : Id(column);

    public void Dispose()
    {
        Rewind();
        raw.sqlite3_clear_bindings(handle);
        IsInUse = false;
        if (!IsKept)
        {
            Close();
        }
    }

    /// <summary>Ends it for good.</summary>
    public void Close() => handle.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw SqliteFailure.Of(result, database);
        }
    }
}
