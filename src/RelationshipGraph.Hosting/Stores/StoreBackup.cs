using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>Copies a store while others read and write it.</summary>
public static class StoreBackup
{
    /// <summary>Writes the store as it is now into a new file, which is a store like any other.</summary>
    /// <param name="store">A store that is one file.</param>
    /// <param name="file">The new file's path; nothing may be there.</param>
    /// <param name="ct">Ends the copying; nothing is left behind.</param>
    /// <exception cref="StoreException">The copy could not be written.</exception>
    public static Task WriteAsync(IGraphStore store, string file, CancellationToken ct) => store is SqliteGraphStore sqlite
        ? sqlite.BackupAsync(file, ct)
        : throw new ArgumentException("Only a store that is one file is copied so; a server has its own backup.", nameof(store));
}
