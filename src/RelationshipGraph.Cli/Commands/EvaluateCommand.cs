using System.CommandLine;
using RelationshipGraph.Importing;
using RelationshipGraph.Importing.ContactLogs;
using RelationshipGraph.Problems;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph evaluate</c>: how good are the answers on a log whose end is known?</summary>
internal static class EvaluateCommand
{
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
            ("relgraph evaluate ties ./log --json", "One line for programs: ap, auc, brier and ece of each."))
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

        var evaluated = await call.Progress.WhileAsync("Evaluating", _ => Task.Run(() => Evaluate(set), call.Ct));
        return evaluated.Count == 0
            ? Answer.Refused(Failure.Of(Problem.Of(ProblemCode.NothingToEvaluate, string.Empty)))
            : Answer.Done(
                TieEvaluationJson.Of(set.Name, evaluated), console => TieEvaluationDrawing.Show(set.Name, evaluated, console));
    }

    /// <summary>The logs that show who acts again at some cut, the one with most rows first.</summary>
    private static List<EvaluatedLog> Evaluate(ContactLogSet set) =>
    [
        .. set.Logs
            .OrderByDescending(log => log.RowCount)
            .Select(log => new EvaluatedLog(log, TieEvaluation.Of(log, LogCut.Time), TieEvaluation.Of(log, LogCut.Rows)))
            .Where(log => log.Cuts.Any()),
    ];

    private static Failure FailureOf(ImportRefusal refusal)
    {
        var place = refusal.Line == 0 ? refusal.File : FormattableString.Invariant($"{refusal.File}:{refusal.Line}");
        var column = refusal.Column.Length == 0 ? string.Empty : $" {refusal.Column}";
        var sentences = $"{ProblemText.Of(refusal.Problem, danish: false)} {ImportMend.Of(refusal.Problem, danish: false)}";
        return new Failure(refusal.Problem.Code, place.Length == 0 ? sentences : $"{place}{column}: {sentences}");
    }

    private static Argument<string> MakeWhat()
    {
        var argument = new Argument<string>("what") { Description = "What is evaluated: ties." };
        argument.AcceptOnlyFromAmong("ties");
        return argument;
    }
}
