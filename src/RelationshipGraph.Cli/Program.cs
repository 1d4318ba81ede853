using System.Text;

namespace RelationshipGraph.Cli;

/// <summary>The command line. A named class, because the tests see this program and the API's side by side.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        // Names hold æ, ø and å, whatever the terminal's own code page is.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return CommandLine.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
    }
}
