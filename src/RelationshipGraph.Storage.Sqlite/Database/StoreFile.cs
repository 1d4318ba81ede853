using System.Globalization;
using RelationshipGraph.Storage.Sqlite.Schema;
using SQLitePCL;

namespace RelationshipGraph.Storage.Sqlite.Database;

/// <summary>A store's file: what it is, how it is made, brought forward and opened again and again.</summary>
internal sealed class StoreFile(string path, SqliteOpenMode mode, TimeProvider time)
{
    private const int PageBytes = 4096;
    private const int WriterCacheKib = 256 * 1024;
    private const int ReaderCacheKib = 16 * 1024;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    private bool _isAlone;

    public bool IsReadOnly => mode == SqliteOpenMode.ReadOnly;

    /// <summary>Opens the file for writing, makes what is missing and checks what is there.</summary>
    /// <param name="scripts">The scripts that make and migrate a store.</param>
    /// <param name="ct">Ends the wait for another program.</param>
    /// <exception cref="StoreException">It is foreign, newer, damaged, locked or cannot be opened.</exception>
    public async Task<Connection> OpenFirstAsync(IReadOnlyList<string> scripts, CancellationToken ct)
    {
        CheckBytes();
        var flags = mode switch
        {
            SqliteOpenMode.Create => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
            SqliteOpenMode.Existing => raw.SQLITE_OPEN_READWRITE,
            _ => raw.SQLITE_OPEN_READONLY,
        };
        try
        {
            return await OpenAsync(flags, scripts, ct);
        }
        catch (StoreException failure) when (IsReadOnly && failure is StoreReadOnlyException or StoreUnavailableException
            && !File.Exists(path + "-wal"))
        {
            // Where nothing can be written there can be no log, and so nobody who writes: the file alone is the store.
            _isAlone = true;
            return await OpenAsync(flags, scripts, ct);
        }
    }

    /// <summary>Opens the file again for one reader.</summary>
    public Connection OpenReader()
    {
        var connection = Open(raw.SQLITE_OPEN_READONLY);
        connection.RunScript($"PRAGMA cache_size = -{ReaderCacheKib}; PRAGMA busy_timeout = 1000;");
        return connection;
    }

    private async Task<Connection> OpenAsync(int flags, IReadOnlyList<string> scripts, CancellationToken ct)
    {
        var connection = Open(flags);
        try
        {
            await WriterWait.UntilFreeAsync(() => Prepare(connection, scripts), time, time.GetTimestamp(), ct);
            CheckLength(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Connection Open(int flags) => _isAlone
        ? Connection.Open($"file:{Uri.EscapeDataString(path)}?immutable=1", flags | raw.SQLITE_OPEN_URI)
        : Connection.Open(path, flags);

    private void Prepare(Connection connection, IReadOnlyList<string> scripts)
    {
        connection.RunScript($"PRAGMA cache_size = -{WriterCacheKib}; PRAGMA trusted_schema = 0;");
        if (IsEmpty(connection))
        {
            if (mode != SqliteOpenMode.Create)
            {
                throw new StoreForeignException(SqliteFailure.Store);
            }

            // The identity is in the file itself before the log begins, so that a half-made store is known as ours.
            connection.RunScript($"""
                PRAGMA page_size = {PageBytes};
                PRAGMA application_id = {SchemaScripts.ApplicationId.ToString(CultureInfo.InvariantCulture)};
                """);
        }
        else if (connection.Number("PRAGMA application_id") != SchemaScripts.ApplicationId)
        {
            throw new StoreForeignException(SqliteFailure.Store);
        }

        if (!IsReadOnly && !IsReadOnlyFile(connection))
        {
            connection.RunScript($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                """);
            LogSize.Set(connection);
        }

        Migrate(connection, scripts);
    }

    private void Migrate(Connection connection, IReadOnlyList<string> scripts)
    {
        if (VersionOf(connection) == scripts.Count)
        {
            return;
        }

        if (IsReadOnly)
        {
            var found = VersionOf(connection);
            throw found > scripts.Count
                ? new StoreNewerException(SqliteFailure.Store, found, scripts.Count)
                : new StoreReadOnlyException(SqliteFailure.Store);
        }

        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var version = VersionOf(connection);
            if (version > scripts.Count)
            {
                throw new StoreNewerException(SqliteFailure.Store, version, scripts.Count);
            }

            foreach (var script in scripts.Skip(version))
            {
                connection.RunScript(script);
            }

            connection.RunScript($"PRAGMA user_version = {scripts.Count.ToString(CultureInfo.InvariantCulture)}");
            connection.Run("COMMIT");
        }
        catch
        {
            if (connection.IsInTransaction)
            {
                connection.Run("ROLLBACK");
            }

            throw;
        }
    }

    private static int VersionOf(Connection connection) => (int)connection.Number("PRAGMA user_version");

    private static bool IsEmpty(Connection connection) =>
        connection.Number("PRAGMA application_id") == 0
        && connection.Number("PRAGMA user_version") == 0
        && connection.Number("SELECT count(*) FROM sqlite_schema") == 0;

    private static bool IsReadOnlyFile(Connection connection) => raw.sqlite3_db_readonly(connection.Database, "main") == 1;

    // SQLite itself reads any file that is too short as an empty one.
    private void CheckBytes()
    {
        var begin = new byte[Magic.Length];
        int count;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            count = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        }
        catch (FileNotFoundException) when (mode == SqliteOpenMode.Create)
        {
            return;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                SqliteFailure.Store, "could not be opened. Look whether file and folder are there and may be read", failure);
        }

        if (count > 0 && !begin.AsSpan(0, count).SequenceEqual(Magic))
        {
            throw new StoreForeignException(SqliteFailure.Store);
        }
    }

    // With a log beside it the file may rightly be shorter than its first page says.
    private void CheckLength(Connection connection)
    {
        var log = new FileInfo(path + "-wal");
        var pages = connection.Number("PRAGMA page_count");
        if ((!log.Exists || log.Length == 0) && new FileInfo(path).Length < pages * connection.Number("PRAGMA page_size"))
        {
            throw new StoreCorruptException(SqliteFailure.Store);
        }
    }
}
