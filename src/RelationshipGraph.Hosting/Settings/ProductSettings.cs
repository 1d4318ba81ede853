using Microsoft.Extensions.Configuration;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>All that can be set, checked. Immutable: a changed setting takes effect at the next start.</summary>
public sealed record ProductSettings
{
    /// <summary>Whether this is a developer's machine: a store, a key and demo data come by themselves.</summary>
    public required bool IsDevelopment { get; init; }

    /// <summary>Where the program keeps what it makes by itself in Development; an absolute path.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the graph is kept; null only where the program can do without and none was named.</summary>
    public required StoreAddress? Store { get; init; }

    /// <summary>Who we are to a Neo4j server.</summary>
    public required Neo4jLogin Neo4j { get; init; }

    /// <summary>Whether the store is the one that comes by itself in Development, which demo data are loaded into.</summary>
    public required bool IsDefaultStore { get; init; }

    /// <summary>How tokens are checked; null only where the program can do without and nothing was set.</summary>
    public required AuthSettings? Auth { get; init; }

    /// <summary>Web origins whose pages may call the API, as a browser sends them.</summary>
    public required ValueList<string> CorsOrigins { get; init; }

    public required RequestLimits Requests { get; init; }

    public required ImportLimits Imports { get; init; }

    /// <summary>In what introduction paths are searched.</summary>
    public required PathMode Paths { get; init; }

    public required LogDetail Log { get; init; }

    /// <summary>Reads and checks everything.</summary>
    /// <param name="configuration">From <see cref="SettingsSource"/>, or any other.</param>
    /// <param name="isDevelopment">Whether defaults of a developer's machine apply.</param>
    /// <param name="currentFolder">What relative paths start from.</param>
    /// <param name="needs">What the program cannot do without.</param>
    /// <exception cref="SettingsException">Some are missing or wrong; the message names them all.</exception>
    public static ProductSettings Read(
        IConfiguration configuration, bool isDevelopment, string currentFolder, SettingsNeeds needs)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(currentFolder);

        var reader = new SettingsReader(configuration);
        var folder = Path.GetFullPath(reader.Text("Folder") ?? DevelopmentFolder.Name, currentFolder);

        // Read by the source already; named here, so that it counts as known.
        reader.Text("Secrets");
        var neo4j = Neo4jLoginReader.Read(reader);
        var named = StoreAddressReader.Read(reader, currentFolder);
        var standard = isDevelopment ? DevelopmentFolder.StoreIn(folder) : null;
        if (named.IsMissing && standard is null && needs.HasFlag(SettingsNeeds.Store))
        {
            reader.Refuse(
                "Store",
                "is missing. Name a file, as in sqlite:/var/lib/relationshipgraph/graph.db, or a server, as in "
                + "neo4j://localhost.");
        }

        var settings = new ProductSettings
        {
            IsDevelopment = isDevelopment,
            Folder = folder,
            Store = named.Address?.For(neo4j) ?? standard,
            Neo4j = neo4j,
            IsDefaultStore = named.IsMissing && isDevelopment,
            Auth = AuthReader.Read(reader, isDevelopment ? folder : null, needs.HasFlag(SettingsNeeds.Auth)),
            CorsOrigins = OriginReader.Read(reader),
            Requests = RequestLimits.Read(reader),
            Imports = ImportLimits.Read(reader),
            Paths = reader.Choice("Paths", PathMode.Snapshot),
            Log = reader.Choice("Log:Level", LogDetail.Information),
        };
        reader.ThrowIfWrong();
        return settings;
    }
}
