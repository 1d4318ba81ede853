using Microsoft.Extensions.Configuration;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>Where settings come from, the same for both programs. Later ones win: appsettings.json of the current folder, the
/// one beside the program, environment variables, what the command line says.</summary>
public static class SettingsSource
{
    private const string FileName = "appsettings.json";

    /// <summary>The settings of a program that has no host of its own.</summary>
    /// <param name="currentFolder">Where it was started.</param>
    /// <param name="overrides">Settings of the command line, by their name below <c>RelationshipGraph</c>.</param>
    public static IConfiguration ForProgram(string currentFolder, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return Guarded(() => Files(currentFolder)
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                overrides.Select(pair => KeyValuePair.Create($"{SettingsReader.Section}:{pair.Key}", pair.Value)))
            .Build());
    }

    /// <summary>The settings of a program with a host: what the host has read, above the current folder's file.</summary>
    public static IConfiguration ForHost(string currentFolder, IConfiguration host) =>
        Guarded(() => Files(currentFolder).AddConfiguration(host).Build());

    /// <summary>Whether the environment variables of .NET say Development. Without them it is Production.</summary>
    public static bool SaysDevelopment() => string.Equals(
        Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        "Development",
        StringComparison.OrdinalIgnoreCase);

    private static IConfigurationBuilder Files(string currentFolder) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(currentFolder, FileName), optional: true);

    private static IConfigurationRoot Guarded(Func<IConfigurationRoot> build)
    {
        try
        {
            return build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{FileName} cannot be read: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
