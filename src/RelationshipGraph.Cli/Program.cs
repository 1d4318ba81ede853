using System.CommandLine;

namespace RelationshipGraph.Cli;

/// <summary>The command line. A named class, because the tests see this program and the API's side by side.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        new RootCommand("Works on a RelationshipGraph store from the command line.").Parse(args).InvokeAsync();
}
