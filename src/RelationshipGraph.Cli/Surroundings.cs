using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Cli;

/// <summary>What a command has around it, so that a test can put something else there.</summary>
/// <param name="Output">What the command answers.</param>
/// <param name="Error">Everything else: errors, progress, notes.</param>
/// <param name="IsOutputTerminal">Whether somebody looks at the answer: then it is coloured.</param>
/// <param name="IsErrorTerminal">Whether somebody looks at the rest: then progress is drawn.</param>
/// <param name="Folder">What relative paths start from.</param>
/// <param name="IsDevelopment">Whether a store and a signing key come by themselves.</param>
/// <param name="Time">The clock.</param>
internal sealed record Surroundings(
    TextWriter Output, TextWriter Error, bool IsOutputTerminal, bool IsErrorTerminal, string Folder, bool IsDevelopment,
    TimeProvider Time)
{
    public static Surroundings OfProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, Directory.GetCurrentDirectory(),
        SettingsSource.SaysDevelopment(), TimeProvider.System);
}
