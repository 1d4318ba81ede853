using System.Reflection;
using System.Xml.Linq;

namespace RelationshipGraph.Tests.Architecture;

public sealed class ExceptionTests
{
    // Of a wire, where others would have their driver's exceptions; it does not leave its store.
    private static readonly string[] Inside = ["RelationshipGraph.Storage.Neo4j.Transport.CypherException"];

    [Fact]
    public void Every_exception_of_ours_derives_from_the_one_root()
    {
        var strays = OurAssemblies()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(GraphException)))
            .Where(type => type != typeof(GraphException) && !Inside.Contains(type.FullName))
            .Select(type => $"{type.FullName} does not derive from {nameof(GraphException)}.");

        Findings.AssertNone(strays);
    }

    [Fact]
    public void Every_source_project_is_looked_at() =>
        Assert.Equal(ProjectArrowTests.SourceProjects().Count(), OurAssemblies().Count());

    private static IEnumerable<Assembly> OurAssemblies() =>
        ProjectArrowTests.SourceProjects().Select(file => Assembly.Load(AssemblyNameOf(file)));

    private static string AssemblyNameOf(string project) =>
        (string?)XDocument.Load(project).Descendants("AssemblyName").SingleOrDefault()
        ?? Path.GetFileNameWithoutExtension(project);
}
