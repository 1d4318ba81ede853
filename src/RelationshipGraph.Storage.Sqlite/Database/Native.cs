using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>
/// The calls that a read makes for every value of every row, straight into the library. The wrapper's own calls count references
/// to a handle each time, which costs more than the work they do.
/// </summary>
/// <remarks>
/// A statement's handle outlives these calls, since whoever makes them holds the statement. What returns at once does not leave
/// managed code in form; a step does, for it may wait for the disk.
/// </remarks>
internal static class Native
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_step", ExactSpelling = true)]
    public static extern int Step(IntPtr statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset", ExactSpelling = true)]
    public static extern int Reset(IntPtr statement);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_bind_int64", ExactSpelling = true)]
    public static extern int BindInteger(IntPtr statement, int parameter, long value);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_bind_double", ExactSpelling = true)]
    public static extern int BindNumber(IntPtr statement, int parameter, double value);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_bind_null", ExactSpelling = true)]
    public static extern int BindNull(IntPtr statement, int parameter);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_type", ExactSpelling = true)]
    public static extern int ColumnType(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_int64", ExactSpelling = true)]
    public static extern long ColumnInteger(IntPtr statement, int column);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_double", ExactSpelling = true)]
    public static extern double ColumnNumber(IntPtr statement, int column);
}
