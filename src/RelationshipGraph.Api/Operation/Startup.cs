using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Api.Operation;

/// <summary>How the server comes up: its settings, its address, its first words.</summary>
internal static class Startup
{
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

    /// <summary>Listens where it is told to, else on this machine only.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!AddressKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(DefaultAddress);
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
