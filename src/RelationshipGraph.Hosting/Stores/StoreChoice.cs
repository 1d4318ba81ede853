using System.Security.Cryptography;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
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
            StoreAddress.SqliteFile sqlite when use == StoreUse.Plan && IsToBeMade(sqlite.File) => Nothing(sqlite),
            StoreAddress.SqliteFile sqlite => await SqliteGraphStore.OpenAsync(sqlite.File, ModeOf(use), time, ct),
            StoreAddress.Neo4jServer server => await OpenAsync(server, use, time, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(address), "A store that nobody has written."),
        };

    /// <summary>A store of that address before it is made.</summary>
    internal static IGraphStore Nothing(StoreAddress address) => address switch
    {
        StoreAddress.SqliteFile => new EmptyStore("SQLite"),
        StoreAddress.Neo4jServer => new EmptyStore("Neo4j"),
        _ => throw new ArgumentOutOfRangeException(nameof(address), "A store that nobody has written."),
    };

    /// <summary>Brings the schema of an open store forward and looks whether it is whole; opening a file has done so.</summary>
    /// <exception cref="StoreException">It is not, or cannot be.</exception>
    public static Task MigrateAsync(IGraphStore store, CancellationToken ct) =>
        store is Neo4jGraphStore server ? server.MigrateAsync(ct) : Task.CompletedTask;

    internal static Task BackupAsync(IGraphStore store, string file, CancellationToken ct) => store is SqliteGraphStore sqlite
        ? sqlite.BackupAsync(file, ct)
        : throw new NotSupportedException("This store is copied by its own server.");

    private static async Task<IGraphStore> OpenAsync(
        StoreAddress.Neo4jServer server, StoreUse use, TimeProvider time, CancellationToken ct)
    {
        var settings = new Neo4jSettings(server.Address, server.Login.User, server.Login.Password, server.Login.Database);
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        if (use == StoreUse.Plan && await Neo4jGraphStore.IsEmptyAsync(settings, time, random, ct))
        {
            return Nothing(server);
        }

        var mode = use switch
        {
            StoreUse.MakeIfMissing => Neo4jOpenMode.Create,
            StoreUse.Existing or StoreUse.Plan => Neo4jOpenMode.Existing,
            _ => Neo4jOpenMode.ReadOnly,
        };
        return await Neo4jGraphStore.OpenAsync(settings, mode, time, random, ct);
    }

    // Where a store would be made: nothing is there but the folder.
    private static bool IsToBeMade(string file)
    {
        var found = new FileInfo(file);
        return found.Exists ? found.Length == 0 : !Directory.Exists(file) && found.Directory!.Exists;
    }

    private static SqliteOpenMode ModeOf(StoreUse use) => use switch
    {
        StoreUse.MakeIfMissing => SqliteOpenMode.Create,
        StoreUse.Existing or StoreUse.Plan => SqliteOpenMode.Existing,
        _ => SqliteOpenMode.ReadOnly,
    };
}
