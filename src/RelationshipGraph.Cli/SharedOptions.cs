using System.CommandLine;
using RelationshipGraph.Hosting.Stores;

namespace RelationshipGraph.Cli;

/// <summary>The options that every command takes.</summary>
internal sealed class SharedOptions
{
    /// <param name="folder">What a relative path starts from.</param>
    public SharedOptions(string folder)
    {
        Store = new Option<string?>("--store")
        {
            Description = "The store, as sqlite:<file> or neo4j://<server>. Without it: the one that is set, in Development one "
                + "that is made.",
            HelpName = "store",
            Recursive = true,
        };
        Store.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && StoreAddress.TryParse(text, folder, out var why) is null)
            {
                result.AddError($"--store {why}");
            }
        });
    }

    public Option<string?> Store { get; }

    /// <summary>Several may be given, since "dotnet run" gives one; the last one holds.</summary>
    public Option<string[]> Environment { get; } = new("--environment")
    {
        Description = "In Development a store and a signing key come by themselves. Without it: what DOTNET_ENVIRONMENT says.",
        HelpName = "name",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "End standard output with one JSON object on one line, for programs.",
        Recursive = true,
    };
}
