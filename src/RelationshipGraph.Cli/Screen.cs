using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>Where answers are drawn: with colours where somebody looks, as plain text in files and pipes.</summary>
internal static class Screen
{
    // Nobody's window: wide enough that no table breaks its lines.
    private const int PlainWidth = 160;

    public static IAnsiConsole Of(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
