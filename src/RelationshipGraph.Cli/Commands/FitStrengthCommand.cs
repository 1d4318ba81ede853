using System.CommandLine;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph fit-strength</c>: the constants of the strength formula by the store's own past.</summary>
internal static class FitStrengthCommand
{
    private static readonly Dictionary<string, StrengthForm> Forms =
        Enum.GetValues<StrengthForm>().ToDictionary(form => CodeNames.Snake(form.ToString()));

    private static readonly Option<string[]> FormOption = MakeForm();

    private static readonly Option<DateOnly?> AsOf = PathOptions.Day("--as-of",
        "The last day of contacts that is looked at, YYYY-MM-DD. Without it: yesterday. Never after the last contact.");

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what came of it; keep nothing." };

    private static readonly Option<string?> Withdraw = new("--withdraw")
    {
        Description = "Instead: take a fit out of force. The one before it comes back, or else the shipped constants.",
        HelpName = "id",
    };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "fit-strength",
            "Fits the constants of the strength formula on the store's own contacts: on the last 90 days but 90, judged on the "
            + "last 90. Those that prove better there, by more than chance, come into force; every result is kept. Only contacts "
            + "that everyone may see are read.",
            ("relgraph fit-strength --dry-run", "How would the constants do? Nothing is kept."),
            ("relgraph fit-strength", "Fit every form; what proves better comes into force."),
            ("relgraph fit-strength --form any_channel --json", "Only mail, messages and calls; one line for programs."),
            ("relgraph fit-strength --withdraw fit_0sbxq8tws6300", "Back to the constants before that fit."))
        {
            FormOption,
            AsOf,
            DryRun,
            Withdraw,
        },
        RunAsync);

    private static Task<Answer> RunAsync(Invocation call) =>
        call.Parsed.GetValue(Withdraw) is { } id ? WithdrawAsync(call, id) : FitAsync(call);

    private static async Task<Answer> FitAsync(Invocation call)
    {
        var isDry = call.Parsed.GetValue(DryRun);
        await using var graph = await call.OpenAsync(StoreUse.Existing);
        var session = await graph.Door.OpenAsync(Viewer.Administrator("relgraph fit-strength"), null, call.Ct);
        var fits = await call.Progress.WhileAsync("Reading contacts", bar => FitAllAsync(call, graph, session, bar));
        var kept = new List<KeptFit>();
        foreach (var fit in fits)
        {
            kept.Add(new KeptFit(
                fit, isDry || fit.Report.Fitted is null ? null : FitOf(await session.Fits.KeepAsync(fit))));
        }

        var json = StrengthFitJson.Of(kept, isDry);
        return kept.TrueForAll(one => one.Fit.Report.Fitted is null)
            ? Answer.Refused(Failure.Of(Problem.Of(ProblemCode.NothingToFit, string.Empty)), json, Show)
            : Answer.Done(json, Show);

        void Show(Spectre.Console.IAnsiConsole console) => StrengthFitDrawing.Show(kept, isDry, console);
    }

    private static async Task<List<StoreFit>> FitAllAsync(
        Invocation call, OpenGraph graph, Session session, IProgress<(string Text, double? Part)> bar)
    {
        var names = call.Parsed.GetValue(FormOption) is { Length: > 0 } given ? given.Distinct().ToArray() : [.. Forms.Keys];
        // Of today nobody knows yet what comes.
        var day = call.Parsed.GetValue(AsOf) ?? session.AsOf.AddDays(-1);
        var store = await StoreFitting.ReadAsync(graph.Store, day, call.Ct);
        var fits = new List<StoreFit>();
        foreach (var name in names)
        {
            bar.Report(($"Fitting {name}", fits.Count / (double)names.Length));
            fits.Add(await Task.Run(() => store.Fit(Forms[name]), call.Ct));
        }

        return fits;
    }

    private static async Task<Answer> WithdrawAsync(Invocation call, string text)
    {
        if (call.Parsed.GetValue(DryRun) || call.Parsed.GetValue(AsOf) is not null
            || call.Parsed.GetValue(FormOption) is { Length: > 0 })
        {
            throw new WrongArgumentsException("--withdraw stands alone: without --form, --as-of and --dry-run.");
        }

        if (!RecordId.TryParse(text, out var id) || id.Kind != RecordKind.StrengthFit)
        {
            throw new WrongArgumentsException($"--withdraw {text} is not the id of a fit, such as fit_0sbxq8tws6300.");
        }

        await using var graph = await call.OpenAsync(StoreUse.Existing);
        var session = await graph.Door.OpenAsync(Viewer.Administrator("relgraph fit-strength"), null, call.Ct);
        var written = WrittenBy(await session.Fits.WithdrawAsync(id));
        var back = written.Count > 1 ? (StrengthFit)written[1].Record! : null;
        var json = new JsonObject { ["withdrawn"] = id.ToString(), ["in_force"] = back?.Id.ToString() ?? "shipped" };
        return Answer.Done(json, console => console.Profile.Out.Writer.WriteLine(back is null
            ? $"{id} is withdrawn; the shipped constants are in force."
            : $"{id} is withdrawn; {back.Id} of {back.FittedOn:yyyy-MM-dd} is in force again."));
    }

    private static StrengthFit FitOf(WriteResult result) => (StrengthFit)WrittenBy(result)[0].Record!;

    /// <exception cref="RequestException">Somebody else was at work: nothing was done.</exception>
    private static IReadOnlyList<Written> WrittenBy(WriteResult result) => result switch
    {
        WriteResult.Done done => done.Written,
        WriteResult.Refused refused => throw new RequestException(refused.Problems[0].Problem),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static Option<string[]> MakeForm()
    {
        var option = new Option<string[]>("--form")
        {
            Description = "Which form of the formula; may be given several times. Without it: all.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        option.AcceptOnlyFromAmong([.. Forms.Keys]);
        return option;
    }
}
