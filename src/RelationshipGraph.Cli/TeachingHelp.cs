using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RelationshipGraph.Cli;

/// <summary>The library's help, and after it what one would type.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly (string Line, string Meaning)[] First =
    [
        ("relgraph demo", "Fill an empty store with a made-up company."),
        ("relgraph path \"Mads Højlund Krogh\" <contact>", "Who can introduce one person to another?"),
        ("relgraph import ./data --dry-run", "What would an import do?"),
        ("relgraph <command> --help", "More about one of them."),
    ];

    public override int Invoke(ParseResult parseResult)
    {
        var exit = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is TaughtCommand taught ? taught.Examples : First;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, meaning) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 1 refused or failed, 2 wrong arguments.");
        return exit;
    }
}
