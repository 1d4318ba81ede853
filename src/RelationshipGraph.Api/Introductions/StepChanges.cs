using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Introductions;

/// <summary>Carries out what the mutations of introductions ask for.</summary>
internal static class StepChanges
{
    /// <summary>Asks with a new introduction.</summary>
    public static Task<object?> AskAsync(AnswerContext context, StepReading reading)
    {
        var ask = reading.Ask();
        return AnswerAsync(context, reading, session => new IntroductionAsking(session).AskAsync(ask, reading.RequestId));
    }

    /// <summary>Asks with a draft.</summary>
    public static Task<object?> AskDraftedAsync(AnswerContext context, StepReading reading)
    {
        var id = reading.Id;
        return AnswerAsync(context, reading, session => new IntroductionAsking(session)
            .AskDraftedAsync(id, reading.Version, reading.OverBudget, reading.RequestId));
    }

    /// <summary>Takes a step.</summary>
    public static Task<object?> TakeAsync(AnswerContext context, StepReading reading, IntroductionStep step)
    {
        var (id, move, outcome) = (reading.Id, reading.Move(step), reading.Outcome);
        return AnswerAsync(context, reading, session => new IntroductionSteps(session)
            .TakeAsync(id, reading.Version, move, outcome, reading.RequestId));
    }

    /// <summary>Records what the target says.</summary>
    public static Task<object?> ConsentAsync(AnswerContext context, StepReading reading) => TakeAsync(
        context, reading, reading.CodeOf<TargetConsent>("consent") switch
        {
            TargetConsent.Yes => IntroductionStep.TargetYes,
            TargetConsent.No => IntroductionStep.TargetNo,
            _ => IntroductionStep.AskTarget,
        });

    private static async Task<object?> AnswerAsync(
        AnswerContext context, StepReading reading, Func<Session, Task<WriteResult>> write)
    {
        if (reading.Problems.Count > 0)
        {
            return Refused(reading.Problems);
        }

        switch (await write(context.Session))
        {
            case WriteResult.Refused(var problems):
                return Refused(problems.Select(found => found.Problem));
            case WriteResult.Done([var written, ..]):
                // What was read before the write must not be shown after it.
                context.Renew();
                var seen = written.Record is null ? null : new Seen(written.Record, context.Session);
                return new Payload([new WrittenRecord(written.Id, null, seen)], []);
            default:
                throw new InvalidOperationException("A result of writing that nobody has written.");
        }

        Payload Refused(IEnumerable<Problem> problems) =>
            new([], [.. problems.Select(problem => WriteError.Of(problem, [], context.IsDanish))]);
    }
}
