namespace RelationshipGraph.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Repo
{
    /// <summary>The folder that holds the solution, above the one the tests were built into.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the checkout, from its parts.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RelationshipGraph.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds RelationshipGraph.sln.");
    }
}
