using Microsoft.Extensions.Configuration;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>Where settings come from, the same for both programs. Later ones win: appsettings.json of the current folder, the
/// one beside the program, environment variables, the folder of secrets, what the command line says.</summary>
/// <remarks>
/// The folder that the setting <c>Secrets</c> names holds a file for each secret, as container engines mount them: its name is
/// the setting's, as in <c>NEO4J__PASSWORD</c>, its text the value.
/// </remarks>
public static class SettingsSource
{
    private const string FileName = "appsettings.json";
    private const string Secrets = "Secrets";

    /// <summary>The settings of a program that has no host of its own.</summary>
    /// <param name="currentFolder">Where it was started.</param>
    /// <param name="overrides">Settings of the command line, by their name below <c>RelationshipGraph</c>.</param>
    public static IConfiguration ForProgram(string currentFolder, IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return Guarded(() => new ConfigurationBuilder()
            .AddConfiguration(WithSecrets(
                Files(currentFolder)
                    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true)
                    .AddEnvironmentVariables()
                    .Build(),
                currentFolder))
            .AddInMemoryCollection(overrides.Select(pair => KeyValuePair.Create(Named(pair.Key), pair.Value)))
            .Build());
    }

    /// <summary>The settings of a program with a host: what the host has read, above the current folder's file.</summary>
    public static IConfiguration ForHost(string currentFolder, IConfiguration host) =>
        Guarded(() => WithSecrets(Files(currentFolder).AddConfiguration(host).Build(), currentFolder));

    /// <summary>Whether the environment variables of .NET say Development. Without them it is Production.</summary>
    public static bool SaysDevelopment() => string.Equals(
        Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
        "Development",
        StringComparison.OrdinalIgnoreCase);

    private static IConfigurationBuilder Files(string currentFolder) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(currentFolder, FileName), optional: true);

    private static IConfigurationRoot WithSecrets(IConfigurationRoot settings, string currentFolder)
    {
        if (settings[Named(Secrets)]?.Trim() is not { Length: > 0 } named)
        {
            return settings;
        }

        var folder = Path.GetFullPath(named, currentFolder);
        if (!Directory.Exists(folder))
        {
            throw new SettingsException("RELATIONSHIPGRAPH__SECRETS names a folder that is not there.");
        }

        // A file may end with a line break; a secret does not.
        var secrets = new ConfigurationBuilder().AddKeyPerFile(folder, optional: false).Build();
        return new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection(secrets.AsEnumerable().Where(pair => pair.Value is not null)
                .Select(pair => KeyValuePair.Create(Named(pair.Key), pair.Value?.Trim())))
            .Build();
    }

    private static string Named(string name) => $"{SettingsReader.Section}:{name}";

    private static IConfigurationRoot Guarded(Func<IConfigurationRoot> build)
    {
        try
        {
            return build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{FileName} or a secret cannot be read: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
