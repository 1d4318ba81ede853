using System.Text.Json.Nodes;
using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>What a command came to.</summary>
/// <param name="Exit">One of <see cref="ExitCode"/>.</param>
/// <param name="Json">For programs: with <c>--json</c> the last line of standard output.</param>
/// <param name="Show">For people: draws the answer on standard output.</param>
internal sealed record Answer(int Exit, JsonObject Json, Action<IAnsiConsole> Show)
{
    /// <summary>Why it was refused, a sentence for standard error; null where it was not.</summary>
    public Failure? Failure { get; init; }

    public static Answer Done(JsonObject json, Action<IAnsiConsole> show) => new(ExitCode.Done, json, show);

    /// <summary>It was refused.</summary>
    public static Answer Refused(Failure failure, JsonObject? json = null, Action<IAnsiConsole>? show = null)
    {
        json ??= [];
        json["error"] = new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message };
        return new Answer(ExitCode.Failed, json, show ?? (_ => { })) { Failure = failure };
    }
}
