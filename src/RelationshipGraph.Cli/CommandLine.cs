using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RelationshipGraph.Cli.Commands;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Cli;

/// <summary>Reads the arguments, runs the command, and says what came of it: one place for exit codes, JSON and errors.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(10);

    // Danish letters stay as they are: the line is read as JSON, never put into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken ct)
    {
        var shared = new SharedOptions(surroundings.Folder);
        var parsed = RootOf(surroundings, shared).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            var reason = string.Join(" ", parsed.Errors.Select(error => error.Message));
            return WrongArguments(surroundings, parsed, args.Contains("--json"), reason);
        }

        var configuration = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopWait,
        };
        return await parsed.InvokeAsync(configuration, ct);
    }

    private static RootCommand RootOf(Surroundings surroundings, SharedOptions shared)
    {
        var root = new RootCommand(
            "Works on a RelationshipGraph store: brings data in and out, finds introductions, keeps it safe.")
        {
            shared.Store,
            shared.Json,
            shared.Environment,
        };
        foreach (var (command, run) in new[]
                 {
                     ImportCommand.Make(), ExportCommand.Make(), PathCommand.Make(), TokenCommand.Make(), BackupCommand.Make(),
                     CheckCommand.Make(), CopyCommand.Make(), DemoCommand.Make(), MigrateCommand.Make(), EvaluateCommand.Make(),
                     FitStrengthCommand.Make(),
                 })
        {
            command.SetAction((parsed, ct) => AnswerAsync(new Invocation(surroundings, shared, parsed, ct), shared, run));
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
        return root;
    }

    private static async Task<int> AnswerAsync(Invocation call, SharedOptions shared, Func<Invocation, Task<Answer>> run)
    {
        var (surroundings, isJson) = (call.Surroundings, call.Parsed.GetValue(shared.Json));
        Answer answer;
        try
        {
            answer = await run(call);
        }
        catch (WrongArgumentsException wrong)
        {
            return WrongArguments(surroundings, call.Parsed, isJson, wrong.Message);
        }
        catch (GraphException failure)
        {
            answer = Answer.Refused(Failure.Of(failure));
        }
        catch (OperationCanceledException) when (call.Ct.IsCancellationRequested)
        {
            answer = Answer.Refused(Failure.Of(Problem.Of(ProblemCode.Interrupted, string.Empty)));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Never a stack: a user can do nothing with it, and it may hold what is nobody's business.
            answer = Answer.Refused(
                new Failure(ProblemCode.Internal, $"Something went wrong inside relgraph ({failure.GetType().Name})."));
        }

        if (answer.Failure is { } reason)
        {
            await surroundings.Error.WriteLineAsync($"relgraph: {reason.Code}: {reason.Message}");
        }

        if (isJson)
        {
            await surroundings.Output.WriteLineAsync(answer.Json.ToJsonString(Plain));
        }
        else
        {
            answer.Show(Screen.Of(surroundings.Output, surroundings.IsOutputTerminal));
        }

        return answer.Exit;
    }

    private static int WrongArguments(Surroundings surroundings, ParseResult parsed, bool isJson, string reason)
    {
        var command = parsed.CommandResult.Command is RootCommand ? string.Empty : parsed.CommandResult.Command.Name + " ";
        surroundings.Error.WriteLine($"relgraph: {ProblemCode.BadArguments}: {reason}");
        surroundings.Error.WriteLine($"Try: relgraph {command}--help");
        if (isJson)
        {
            var error = new JsonObject { ["code"] = ProblemCode.BadArguments, ["message"] = reason };
            surroundings.Output.WriteLine(new JsonObject { ["error"] = error }.ToJsonString(Plain));
        }

        return ExitCode.WrongArguments;
    }
}
