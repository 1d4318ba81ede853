using System.CommandLine;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Stores;

namespace RelationshipGraph.Cli;

/// <summary>One call of one command: its arguments, and ways to what it works with.</summary>
internal sealed class Invocation(Surroundings surroundings, SharedOptions shared, ParseResult parsed, CancellationToken ct)
{
    public Surroundings Surroundings { get; } = surroundings;

    public ParseResult Parsed { get; } = parsed;

    /// <summary>Ends the command.</summary>
    public CancellationToken Ct { get; } = ct;

    /// <summary>Draws progress, where somebody looks.</summary>
    public ProgressBar Progress { get; } = new(surroundings);

    /// <summary>A path that the user named, from the current folder.</summary>
    public string PathOf(string given) => Path.GetFullPath(given, Surroundings.Folder);

    /// <exception cref="SettingsException">Some are missing or wrong.</exception>
    public ProductSettings Settings(SettingsNeeds needs)
    {
        List<KeyValuePair<string, string?>> overrides = [];
        if (Parsed.GetValue(shared.Store) is { } store)
        {
            overrides.Add(new("Store", store));
        }

        var isDevelopment = Parsed.GetValue(shared.Environment) is [.., var environment]
            ? environment.Equals("Development", StringComparison.OrdinalIgnoreCase)
            : Surroundings.IsDevelopment;
        return ProductSettings.Read(
            SettingsSource.ForProgram(Surroundings.Folder, overrides), isDevelopment, Surroundings.Folder, needs);
    }

    /// <summary>Opens the store.</summary>
    /// <exception cref="WrongArgumentsException">None was named and none is set.</exception>
    /// <exception cref="GraphException">It cannot be used; the code says why.</exception>
    public Task<OpenGraph> OpenAsync(StoreUse use)
    {
        var settings = Settings(SettingsNeeds.None);
        return settings.Store is null
            ? throw new WrongArgumentsException(
                "No store is named. Add --store sqlite:<file> or --store neo4j://<server>, or set RELATIONSHIPGRAPH__STORE.")
            : OpenGraph.OpenAsync(settings, use, Surroundings.Time, Ct);
    }
}
