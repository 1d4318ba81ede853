using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Introductions;

/// <summary>Takes the steps of introductions that were asked. To ask is <see cref="IntroductionAsking"/>.</summary>
/// <param name="session">Who takes them.</param>
public sealed class IntroductionSteps(Session session)
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Introduction);

    /// <summary>Takes a step.</summary>
    /// <remarks>An introduction that the viewer may not see is answered as if it did not exist.</remarks>
    /// <param name="id">The introduction.</param>
    /// <param name="version">The version the caller has seen.</param>
    /// <param name="move">The step.</param>
    /// <param name="requestId">The caller's own id, by which the request may be sent again; null: it has none.</param>
    public Task<WriteResult> TakeAsync(RecordId id, int version, IntroductionMove move, Guid? requestId) =>
        TakeAsync(id, version, move, null, requestId);

    /// <summary>The same, and says that an outcome came from it.</summary>
    /// <param name="id">The introduction.</param>
    /// <param name="version">The version the caller has seen.</param>
    /// <param name="move">The step.</param>
    /// <param name="outcome">An outcome that the viewer may say this of; null: none.</param>
    /// <param name="requestId">The caller's own id, by which the request may be sent again; null: it has none.</param>
    public async Task<WriteResult> TakeAsync(
        RecordId id, int version, IntroductionMove move, RecordId? outcome, Guid? requestId)
    {
        ArgumentNullException.ThrowIfNull(move);
        var found = await session.Records.ReadAsync(id) as Introduction;
        var link = outcome is { } from ? new Draft.Create(session.NewId(RecordKind.CameFrom), from, id, []) : null;
        var problem = Refusal(session, found, version, move.Step) ?? await LinkedAsync(id, outcome);
        if (problem is null && move.MeetingId is { } meeting && move.On is null)
        {
            move = move with { On = await DayOfAsync(meeting) };
            problem = move.On is null ? Problem.Of(ProblemCode.NotFound, "meetingId") : null;
        }

        var taken = problem is not null
            ? new StepResult.Refused(problem)
            : IntroductionFlow.Take(found!, move, Today(session));
        return taken is StepResult.Taken(var after)
            ? Named(await session.WriteAsync(Drafts(Change(found!, after, version), link), requestId, []))
            : await session.WriteAsync(
                Drafts(new Draft.Update(id, version, []), link), requestId,
                [new DraftProblem(0, ((StepResult.Refused)taken).Problem)]);
    }

    /// <summary>Today, by the clock of writes.</summary>
    internal static DateOnly Today(Session session) => DateOnly.FromDateTime(session.Tools.Time.GetUtcNow().UtcDateTime);

    /// <summary>Why the viewer may not take a step of what was found, whatever it would be; null where they may.</summary>
    internal static Problem? Refusal(Session session, Introduction? found, int version, IntroductionStep step) =>
        found is null ? Problem.Of(ProblemCode.NotFound, "id")
        : !IntroductionRights.May(session.Viewer, found, step) ? Problem.Of(ProblemCode.Forbidden, "id")
        : found.Version != version ? Problem.Of(ProblemCode.VersionConflict, "version")
        : null;

    /// <summary>The change that a step is.</summary>
    internal static Draft.Update Change(Introduction before, Introduction after, int version) => new(
        before.Id, version,
        [
            .. Model.Properties
                .Where(property => property.Get(after) != property.Get(before))
                .Select(property => KeyValuePair.Create(property, property.Get(after))),
        ])
    {
        IsStep = true,
    };

    private static Draft[] Drafts(Draft change, Draft? link) => link is null ? [change] : [change, link];

    /// <summary>What is wrong with the link, said of the outcome that the caller named.</summary>
    private static WriteResult Named(WriteResult result) => result is not WriteResult.Refused(var problems)
        ? result
        : new WriteResult.Refused([.. problems.Select(found => found.Position != 1 ? found : found with
        {
            Problem = found.Problem with
            {
                Code = found.Problem.Code == ProblemCode.EndMissing ? ProblemCode.NotFound : found.Problem.Code,
                Path = "outcomeId",
            },
        })]);

    private async Task<Problem?> LinkedAsync(RecordId id, RecordId? outcome)
    {
        if (outcome is not { } from)
        {
            return null;
        }

        if (await session.Records.ReadAsync(from) is null)
        {
            return Problem.Of(ProblemCode.NotFound, "outcomeId");
        }

        var query = new EdgeListQuery(RecordKind.CameFrom, Direction.Outgoing)
        {
            End = [new RecordFilter.EndFilter(RecordKind.Introduction, new RecordFilter.Compare(
                Model["id"], Comparison.Equal, PropertyValue.Of(id)))],
            AtAnyTime = true,
        };
        var linked = await session.Edges(query).ReadAsync(from);
        return linked is { Records.Count: > 0 } ? Problem.Of(ProblemCode.AlreadyLinked, "outcomeId") : null;
    }

    private async Task<DateOnly?> DayOfAsync(RecordId meeting) => await session.Records.ReadAsync(meeting) is Meeting found
        ? DateOnly.FromDateTime(found.StartsAt.UtcDateTime)
        : null;
}
