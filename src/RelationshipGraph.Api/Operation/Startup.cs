using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Operation;

/// <summary>How the server comes up: its settings, its address, its first words.</summary>
internal static class Startup
{
    private static readonly TimeSpan StopReserve = TimeSpan.FromSeconds(5);

    private const string DefaultAddress = "http://127.0.0.1:5080";

    // Any of these says where to listen; then the default is not for us.
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Reads the settings and makes them known to all that need them.</summary>
    /// <exception cref="SettingsException">Some are missing or wrong.</exception>
    public static ProductSettings ReadSettings(this WebApplicationBuilder builder)
    {
        var folder = Directory.GetCurrentDirectory();
        var settings = ProductSettings.Read(
            SettingsSource.ForHost(folder, builder.Configuration),
            builder.Environment.IsDevelopment(),
            folder,
            SettingsNeeds.Store | SettingsNeeds.Auth);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        return settings;
    }

    /// <summary>Opens the store and makes it known. A developer's store is made where it is missing, with its folder.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static async Task<OpenGraph> OpenGraphAsync(this WebApplicationBuilder builder, ProductSettings settings)
    {
        var graph = await OpenGraph.OpenAsync(settings, StoreUse.MakeIfMissing, TimeProvider.System, CancellationToken.None);
        builder.Services.AddSingleton(graph.Store);
        builder.Services.AddSingleton(graph.Ids);
        builder.Services.AddSingleton(services => new SessionDoor(
            services.GetRequiredService<IGraphStore>(), services.GetRequiredService<RecordIds>(), OpenGraph.NewCommitId,
            services.GetRequiredService<TimeProvider>(), settings.Paths, graph.Index));

        // What is being answered may end; what comes meanwhile is turned away by the health check.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Requests.Time + StopReserve);
        return graph;
    }

    /// <summary>Fills a developer's own store with the demo company the first time.</summary>
    public static async Task LoadDemoAsync(this OpenGraph graph, ProductSettings settings)
    {
        if (settings.IsDefaultStore)
        {
            await DemoData.LoadAsync(graph.Store, TimeProvider.System.GetUtcNow(), progress: null, CancellationToken.None);
        }
    }

    /// <summary>What the operator reads when the server cannot start.</summary>
    public static string Farewell(GraphException failure) => failure is SettingsException
        ? failure.Message
        : $"RelationshipGraph cannot start. {failure.Code}: {failure.Message} {failure.InnerException?.Message}".TrimEnd();

    /// <summary>Listens where it is told to, else on this machine only.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!AddressKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>Reads the graph into memory beside the first requests, so that the first who asks for a path need not
    /// wait.</summary>
    public static void PreparePathsWhenStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => _ = PreparePathsAsync(app));

    private static async Task PreparePathsAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<SessionDoor>().PreparePathsAsync(app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The server stops before it is done.
        }
        catch (Exception failure)
        {
            // Whoever asks for a path tries again, and is told if it fails again.
            FailureMask.ProblemOf(app.Logger, failure, "the reading of the graph", traceId: "none");
        }
    }

    /// <summary>Says where to click, once the server answers.</summary>
    public static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Urls)
        {
            Log.Ready(app.Logger, address.TrimEnd('/'));
        }
    });
}
