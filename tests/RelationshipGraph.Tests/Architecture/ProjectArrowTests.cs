using System.Xml.Linq;

namespace RelationshipGraph.Tests.Architecture;

public sealed class ProjectArrowTests
{
    // Who may refer to whom. A new arrow is a decision: argue for it in src/decisions, then add it here.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Core"] = [],
        ["Storage.Sqlite"] = ["Core"],
        ["Storage.Neo4j"] = ["Core"],
        ["Importing"] = ["Core"],
        ["Recommendations"] = ["Core"],
        ["Hosting"] = ["Core", "Storage.Sqlite", "Storage.Neo4j", "Importing", "Recommendations"],
        ["Api"] = ["Core", "Hosting"],
        ["Cli"] = ["Core", "Hosting"],
    };

    // Who may name a package at all, by the beginning of the package's name. Core stays free of every one.
    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["GraphQL"] = ["Api"],
        ["Microsoft.AspNetCore."] = ["Api"],
        ["Microsoft.Data.Sqlite"] = ["Storage.Sqlite"],
        ["Microsoft.ML"] = ["Recommendations"],
        ["Spectre."] = ["Cli"],
        ["System.CommandLine"] = ["Cli"],
    };

    [Fact]
    public void Projects_refer_only_to_what_they_may()
    {
        Assert.All(SourceProjects(), file =>
        {
            var project = ProjectName(file);
            var found = Included(file, "ProjectReference").Select(ProjectName).ToHashSet();

            Assert.True(Allowed.ContainsKey(project), $"{project} has no line in the table of arrows.");
            Assert.Subset(Allowed[project].ToHashSet(), found);
        });
    }

    [Fact]
    public void Core_names_no_package() =>
        Assert.Empty(Included(Repo.PathOf("src", "RelationshipGraph.Core", "RelationshipGraph.Core.csproj"), "PackageReference"));

    [Fact]
    public void Each_technology_stays_in_its_project()
    {
        Assert.All(SourceProjects(), file =>
        {
            foreach (var package in Included(file, "PackageReference"))
            {
                var owners = AllowedPackages.Where(rule => package.StartsWith(rule.Key, StringComparison.Ordinal));
                Assert.All(owners, rule => Assert.Contains(ProjectName(file), rule.Value));
            }
        });
    }

    internal static IEnumerable<string> SourceProjects() =>
        Directory.EnumerateFiles(Repo.PathOf("src"), "*.csproj", SearchOption.AllDirectories);

    private static IEnumerable<string> Included(string file, string item) =>
        XDocument.Load(file).Descendants(item).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();

    private static string ProjectName(string path) =>
        Path.GetFileNameWithoutExtension(path)["RelationshipGraph.".Length..];
}
