using System.Security.Cryptography;
using System.Text;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>A store at work, and the door to it.</summary>
public sealed class OpenGraph : IAsyncDisposable
{
    private OpenGraph(IGraphStore store, RecordIds ids, IndexFile? index, SessionDoor door)
    {
        Store = store;
        Ids = ids;
        Index = index;
        Door = door;
    }

    public IGraphStore Store { get; }

    /// <summary>Makes the ids of new records.</summary>
    public RecordIds Ids { get; }

    /// <summary>Where the index is kept between runs; null: nowhere.</summary>
    public IndexFile? Index { get; }

    /// <summary>Opens sessions.</summary>
    public SessionDoor Door { get; }

    /// <summary>A commit id that was never used before.</summary>
    public static Guid NewCommitId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>Opens the store of the settings. On a developer's machine its own store comes with its folder.</summary>
    /// <exception cref="StoreException">It is not there, or not usable; the code says why.</exception>
    public static Task<OpenGraph> OpenAsync(ProductSettings settings, StoreUse use, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address = settings.Store ?? throw new ArgumentException("Read with a need of a store.", nameof(settings));
        if (settings.IsDefaultStore && use == StoreUse.MakeIfMissing)
        {
            PrivateFiles.MakeFolder(settings.Folder);
        }

        return settings.IsDefaultStore && use == StoreUse.Plan && !Directory.Exists(settings.Folder)
            ? Task.FromResult(Of(StoreChoice.Nothing(address), settings.Paths, time, null))
            : OpenAsync(address, use, settings.Paths, time, IndexFileOf(address, use, settings.Folder), ct);
    }

    /// <summary>Opens the store of an address.</summary>
    /// <exception cref="StoreException">It is not there, or not usable; the code says why.</exception>
    public static Task<OpenGraph> OpenAsync(
        StoreAddress address, StoreUse use, PathMode paths, TimeProvider time, CancellationToken ct) =>
        OpenAsync(address, use, paths, time, null, ct);

    /// <summary>Copies the store, as it is at one moment, into a new file while it is at work.</summary>
    /// <exception cref="StoreException">The copy failed; nothing is left of it.</exception>
    public Task BackupAsync(string file, CancellationToken ct) => StoreChoice.BackupAsync(Store, file, ct);

    public async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static async Task<OpenGraph> OpenAsync(
        StoreAddress address, StoreUse use, PathMode paths, TimeProvider time, IndexFile? index, CancellationToken ct) =>
        Of(await StoreChoice.OpenAsync(address, use, time, ct), paths, time, index);

    // Beside a store that is a file; else in our own folder, by the server's address.
    private static IndexFile? IndexFileOf(StoreAddress address, StoreUse use, string folder) => (address, use) switch
    {
        (_, StoreUse.ReadOnly or StoreUse.Plan) => null,
        (StoreAddress.SqliteFile sqlite, _) => new IndexFile(sqlite.File + ".index"),
        (StoreAddress.Neo4jServer server, _) => new IndexFile(Path.Combine(folder, NameOf(server) + ".index")),
        _ => null,
    };

    private static string NameOf(StoreAddress.Neo4jServer server)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{server.Address} {server.Login.Database}"));
        return "neo4j-" + Convert.ToHexStringLower(bytes.AsSpan(0, 8));
    }

    private static OpenGraph Of(IGraphStore store, PathMode paths, TimeProvider time, IndexFile? index)
    {
        var ids = new RecordIds(time, new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));
        return new OpenGraph(store, ids, index, new SessionDoor(store, ids, NewCommitId, time, paths, index));
    }
}
