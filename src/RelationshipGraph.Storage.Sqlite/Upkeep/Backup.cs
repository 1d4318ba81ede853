using RelationshipGraph.Storage.Sqlite.Database;
using SQLitePCL;

namespace RelationshipGraph.Storage.Sqlite.Upkeep;

/// <summary>Copies a store to a new file, under another name until it is whole.</summary>
internal static class Backup
{
    private const int PagesAtOnce = 4096;

    public static async Task WriteAsync(StoreFile store, string file, CancellationToken ct)
    {
        if (Path.Exists(file))
        {
            throw new ArgumentException("Something is there already; a backup overwrites nothing.", nameof(file));
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new StoreUnavailableException(SqliteFailure.Store);
        }

        var partial = file + ".partial";
        try
        {
            await Task.Run(() => Copy(store, partial, ct), ct);
            File.Move(partial, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new ArgumentException("Something is there already; a backup overwrites nothing.", nameof(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(SqliteFailure.Store, failure);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    // One read transaction of the source is held, so that the copy is one state and no commit makes it begin anew.
    private static void Copy(StoreFile store, string file, CancellationToken ct)
    {
        File.Delete(file);
        using var source = store.OpenReader();
        using var target = Connection.Open(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        source.Run("BEGIN");
        source.Number("SELECT max(sequence) FROM feed");
        var backup = raw.sqlite3_backup_init(target.Database, "main", source.Database, "main")
            ?? throw SqliteFailure.Of(raw.sqlite3_errcode(target.Database), target.Database);
        using (backup)
        {
            int result;
            do
            {
                ct.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, PagesAtOnce);
            }
            while (result == raw.SQLITE_OK);

            if (result != raw.SQLITE_DONE)
            {
                throw SqliteFailure.Of(result, target.Database);
            }
        }

        target.RunScript("PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE;");
    }
}
