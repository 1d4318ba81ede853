using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Introductions;

/// <summary>Asks introducers: with a new introduction, or with one that was drafted before.</summary>
/// <param name="session">Who asks.</param>
public sealed class IntroductionAsking(Session session)
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    /// <summary>Makes an introduction and asks the introducer.</summary>
    /// <param name="ask">What is asked.</param>
    /// <param name="requestId">The caller's own id, by which the request may be sent again; null: it has none.</param>
    public async Task<WriteResult> AskAsync(IntroductionAsk ask, Guid? requestId)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var introduction = new Introduction
        {
            Id = session.NewId(RecordKind.Introduction),
            AskerId = ask.AskerId ?? session.Viewer.Employee,
            IntroducerId = ask.IntroducerId,
            TargetId = ask.TargetId,
            PathIds = ask.PathIds,
            Note = ask.Note,
            OwnerId = ask.AskerId ?? session.Viewer.Employee,
            Visibility = ask.Visibility,
        };
        return await WithinBudgetAsync(introduction, ask.OverBudget, "askerId", requestId, after => new Draft.Create(
            after.Id, default, default,
            [
                .. Model.Properties
                    .Where(property => !property.IsSystem || property.Name is "ownerId" or "visibility")
                    .Select(property => KeyValuePair.Create(property, property.Get(after)))
                    .Where(value => !value.Value.IsNothing),
            ])
        {
            IsStep = true,
        });
    }

    /// <summary>Asks the introducer of a draft.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version the caller has seen.</param>
    /// <param name="overBudget">Whether to ask even where it goes beyond what one may ask of the introducer.</param>
    /// <param name="requestId">The caller's own id, by which the request may be sent again; null: it has none.</param>
    public async Task<WriteResult> AskDraftedAsync(RecordId id, int version, bool overBudget, Guid? requestId)
    {
        var found = await session.Records.ReadAsync(id) as Introduction;
        if (IntroductionSteps.Refusal(session, found, version, IntroductionStep.Ask) is { } problem)
        {
            return await RefuseAsync(new Draft.Update(id, version, []), requestId, [problem]);
        }

        return await WithinBudgetAsync(
            found!, overBudget, "id", requestId, after => IntroductionSteps.Change(found!, after, version));
    }

    private async Task<WriteResult> WithinBudgetAsync(
        Introduction before, bool overBudget, string asker, Guid? requestId, Func<Introduction, Draft> draft)
    {
        var taken = IntroductionFlow.Take(before, new IntroductionMove(IntroductionStep.Ask), IntroductionSteps.Today(session));
        if (taken is not StepResult.Taken(var after))
        {
            return await RefuseAsync(draft(before), requestId, [((StepResult.Refused)taken).Problem]);
        }

        var problems = before.AskerId.IsNone ? [Problem.Of(ProblemCode.Required, asker)]
            : !IntroductionRights.MayFor(session.Viewer, before.AskerId) ? [Problem.Of(ProblemCode.Forbidden, asker)]
            : await IntroductionPeople.CheckAsync(session, before);
        if (problems.Count > 0)
        {
            return await RefuseAsync(draft(after), requestId, problems);
        }

        // Two asks at the same time must not both find room for one.
        await session.Tools.Asks.WaitAsync(session.Deadline);
        try
        {
            return !overBudget && await OverBudgetAsync(before.IntroducerId!.Value) is { } over
                ? await RefuseAsync(draft(after), requestId, [over])
                : await session.WriteAsync([draft(after)], requestId, []);
        }
        finally
        {
            session.Tools.Asks.Release();
        }
    }

    private async Task<Problem?> OverBudgetAsync(RecordId introducer)
    {
        var today = session.At(IntroductionSteps.Today(session));
        return await new IntroducerLoads(today).Ask(introducer)() is { IsOver: true } load
            ? Problem.Of(
                ProblemCode.IntroducerOverBudget, "introducerId",
                ("asks", Written(load.Asks)), ("open", Written(load.Open)), ("budget", Written(load.Budget)),
                ("days", Written(Limits.IntroducerBudgetDays)))
            : null;
    }

    private Task<WriteResult> RefuseAsync(Draft draft, Guid? requestId, IReadOnlyList<Problem> problems) =>
        session.WriteAsync([draft], requestId, [.. problems.Select(problem => new DraftProblem(0, problem))]);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
