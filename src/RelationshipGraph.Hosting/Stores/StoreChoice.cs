using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>The one place that knows which stores there are.</summary>
public static class StoreChoice
{
    /// <summary>Opens the store of an address.</summary>
    /// <exception cref="StoreException">It is not there, or not usable; the code says why.</exception>
    public static async Task<IGraphStore> OpenAsync(
        StoreAddress address, StoreUse use, TimeProvider time, CancellationToken ct) => address switch
        {
            StoreAddress.SqliteFile sqlite => await SqliteGraphStore.OpenAsync(sqlite.File, ModeOf(use), time, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(address), "A store that nobody has written."),
        };

    internal static Task BackupAsync(IGraphStore store, string file, CancellationToken ct) => store is SqliteGraphStore sqlite
        ? sqlite.BackupAsync(file, ct)
        : throw new NotSupportedException("This store is copied by its own server.");

    private static SqliteOpenMode ModeOf(StoreUse use) => use switch
    {
        StoreUse.MakeIfMissing => SqliteOpenMode.Create,
        StoreUse.Existing => SqliteOpenMode.Existing,
        _ => SqliteOpenMode.ReadOnly,
    };
}
