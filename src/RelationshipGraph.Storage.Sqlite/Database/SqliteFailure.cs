using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>The one place that turns what SQLite says into what the port promises.</summary>
internal static class SqliteFailure
{
    /// <summary>What the store is called in messages.</summary>
    public const string Store = "SQLite";

    /// <summary>The failure that a result code stands for.</summary>
    /// <param name="result">Not OK, a row or done; with or without its extension.</param>
    /// <param name="database">Where it happened, for the extended code; null where nothing is open.</param>
    public static Exception Of(int result, sqlite3? database)
    {
        var extended = database is { IsInvalid: false, IsClosed: false } ? raw.sqlite3_extended_errcode(database) : result;
        if ((extended & 0xFF) != (result & 0xFF))
        {
            extended = result;
        }

        // The library's own words may hold a statement or a path, so only its number is handed on.
        var inner = new SqliteException($"SQLite result {extended}.", result & 0xFF, extended);
        return (result & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreBusyException(Store, inner),
            raw.SQLITE_FULL => new StoreFullException(Store, inner),
            raw.SQLITE_READONLY => new StoreReadOnlyException(Store, inner),
            // That a file is another sort of file has been seen before it is opened.
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new StoreCorruptException(Store, inner),
            raw.SQLITE_INTERRUPT => new OperationCanceledException("The read was cancelled.", inner),
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_PROTOCOL
                or raw.SQLITE_NOMEM or raw.SQLITE_SCHEMA => new StoreUnavailableException(Store, inner),
            _ => new InvalidOperationException($"SQLite refused a statement with result {extended}.", inner),
        };
    }
}
