using System.CommandLine;
using System.Text.Json.Nodes;
using RelationshipGraph.Importing;
using RelationshipGraph.Importing.ContactLogs;
using RelationshipGraph.Paths.Evaluation;
using RelationshipGraph.Problems;
using RelationshipGraph.Strength.Evaluation;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph evaluate</c>: how good are the answers on a log whose end is known?</summary>
internal static class EvaluateCommand
{
    private static readonly Dictionary<string, Func<ContactLogSet, Answer>> Evaluations = new()
    {
        ["ties"] = set => AnswerOf(set, TieEvaluation.Of, TieEvaluationJson.Of, TieEvaluationDrawing.Show),
        ["introductions"] = set => AnswerOf(
            set, IntroductionEvaluation.Of, IntroductionEvaluationJson.Of, IntroductionEvaluationDrawing.Show),
    };

    private static readonly Argument<string> What = MakeWhat();

    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "A folder of tables (CSV, also as .gz) with interactions, or with events and attendance.",
    };

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "evaluate",
            "Holds what the product forecasts against what came true. The log is cut at four fifths of its time, and of its "
            + "rows; what lies after the cut is only compared with. No store is needed.",
            ("relgraph evaluate ties ./log", "Which pairs act again: simple counts, the strength model, and a fit of it."),
            ("relgraph evaluate ties ./log --json", "One line for programs: ap, auc, brier and ece of each."),
            ("relgraph evaluate introductions ./log", "Whom people meet two steps away: the order we show, and others."))
        {
            What,
            Folder,
        },
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        var given = call.Parsed.GetRequiredValue(Folder);
        ContactLogSet set;
        try
        {
            var files = ImportFiles.From(call.PathOf(given));
            set = await call.Progress.WhileAsync(
                "Reading", _ => Task.Run(() => ContactLogReader.Read(files, call.Ct), call.Ct));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Answer.Refused(Failure.OfFile(ProblemCode.FileUnreadable, given));
        }

        if (set.Refusal is { } refusal)
        {
            return Answer.Refused(FailureOf(refusal));
        }

        var evaluate = Evaluations[call.Parsed.GetRequiredValue(What)];
        return await call.Progress.WhileAsync("Evaluating", _ => Task.Run(() => evaluate(set), call.Ct));
    }

    /// <summary>Evaluates the logs that show something at some cut, the one with most rows first.</summary>
    private static Answer AnswerOf<T>(
        ContactLogSet set,
        Func<ContactLog, LogCut, T?> evaluate,
        Func<string, IReadOnlyList<EvaluatedLog<T>>, JsonObject> json,
        Action<string, IReadOnlyList<EvaluatedLog<T>>, IAnsiConsole> show)
        where T : class
    {
        var evaluated = set.Logs
            .OrderByDescending(log => log.RowCount)
            .Select(log => new EvaluatedLog<T>(log, evaluate(log, LogCut.Time), evaluate(log, LogCut.Rows)))
            .Where(log => log.Cuts.Any())
            .ToList();
        return evaluated.Count == 0
            ? Answer.Refused(Failure.Of(Problem.Of(ProblemCode.NothingToEvaluate, string.Empty)))
            : Answer.Done(json(set.Name, evaluated), console => show(set.Name, evaluated, console));
    }

    private static Failure FailureOf(ImportRefusal refusal)
    {
        var place = refusal.Line == 0 ? refusal.File : FormattableString.Invariant($"{refusal.File}:{refusal.Line}");
        var column = refusal.Column.Length == 0 ? string.Empty : $" {refusal.Column}";
        var sentences = $"{ProblemText.Of(refusal.Problem, danish: false)} {ImportMend.Of(refusal.Problem, danish: false)}";
        return new Failure(refusal.Problem.Code, place.Length == 0 ? sentences : $"{place}{column}: {sentences}");
    }

    private static Argument<string> MakeWhat()
    {
        var argument = new Argument<string>("what") { Description = "What is evaluated: ties or introductions." };
        argument.AcceptOnlyFromAmong([.. Evaluations.Keys]);
        return argument;
    }
}
