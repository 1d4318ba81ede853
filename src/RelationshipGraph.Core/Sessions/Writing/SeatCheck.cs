using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>
/// On any day a seat has one holder and one network at most: among those the viewer may see, with what the request makes of them.
/// </summary>
/// <param name="session">Who writes.</param>
/// <param name="drafts">What is asked.</param>
/// <param name="results">What the drafts leave behind.</param>
/// <param name="find">A record that the request names or makes.</param>
/// <param name="stored">The records that the drafts change, as they were.</param>
internal sealed class SeatCheck(
    Session session, IReadOnlyList<Draft> drafts, IReadOnlyList<Record?> results, Func<RecordId, Record?> find,
    IReadOnlyDictionary<RecordId, Record> stored)
{
    /// <summary>
    /// New versions of seats, each with the draft it is for: of two writers who give one seat a holder at the same time, one is
    /// refused. Only where everyone may see what is written, for a seat's version must not tell of what is hidden.
    /// </summary>
    public IReadOnlyList<(int Position, Change.Update Change)> Guards { get; private set; } = [];

    /// <summary>Everything that gives a seat a second holder or network.</summary>
    /// <param name="now">The time of the guards.</param>
    public async Task<IReadOnlyList<DraftProblem>> FindAsync(DateTimeOffset now)
    {
        var taking = Enumerable.Range(0, drafts.Count).Where(Takes).ToList();
        if (taking.Count == 0)
        {
            return [];
        }

        // The seats before what hangs on them: whoever changes that in between changes the seat as well.
        var ids = taking.Select(i => SeatRule.SeatOf(results[i])).Distinct().ToList();
        var seats = await ReadSeatsAsync(ids);
        var changed = drafts.Select(draft => draft.Id).ToHashSet();
        var others = (await ReadTiesAsync(ids)).Where(tie => !changed.Contains(tie.Id))
            .Select(tie => (Position: -1, Tie: tie))
            .Concat(Enumerable.Range(0, drafts.Count)
                .Where(i => drafts[i] is not Draft.Delete && !SeatRule.SeatOf(results[i]).IsNone)
                .Select(i => (Position: i, Tie: (Relationship)results[i]!)))
            .ToLookup(one => SeatRule.SeatOf(one.Tie));
        Guards = [.. GuardsOf(taking, seats, now)];
        return [.. taking
            .Where(i => others[SeatRule.SeatOf(results[i])]
                .Any(other => (other.Position < i || !taking.Contains(other.Position))
                    && SeatRule.Forbids((Relationship)results[i]!, other.Tie)))
            .Select(i => new DraftProblem(i, Problem.Of(ProblemCode.SeatTaken, results[i] is Holds ? "to" : "from")))];
    }

    private bool Takes(int position) => drafts[position] is not Draft.Delete
        && SeatRule.TakesDays(results[position], stored.GetValueOrDefault(drafts[position].Id));

    private async Task<Dictionary<RecordId, Seat>> ReadSeatsAsync(IReadOnlyList<RecordId> ids)
    {
        var seats = new Dictionary<RecordId, Seat>();
        foreach (var batch in ids.Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await session.Tools.Store.ReadAsync(batch, session.Scope, session.Deadline))
            {
                seats.Add(id, (Seat)record);
            }
        }

        return seats;
    }

    private async Task<List<Relationship>> ReadTiesAsync(IReadOnlyList<RecordId> seats)
    {
        var ties = new List<Relationship>();
        foreach (var batch in seats.Chunk(Limits.BatchMax))
        {
            foreach (var query in (EdgeQuery[])[
                new(RecordKind.Holds, Direction.Incoming, batch), new(RecordKind.SeatIn, Direction.Outgoing, batch)])
            {
                var found = await session.Tools.Store.ReadEdgesAsync(
                    query with { RowsMax = Limits.BatchMax }, session.Scope, session.Deadline);
                ties.AddRange(found.Values.SelectMany(page => page.Edges));
            }
        }

        return ties;
    }

    private IEnumerable<(int Position, Change.Update Change)> GuardsOf(
        IReadOnlyList<int> taking, Dictionary<RecordId, Seat> seats, DateTimeOffset now)
    {
        var written = Enumerable.Range(0, drafts.Count)
            .Where(i => drafts[i] is Draft.Delete || results[i]!.Version != stored.GetValueOrDefault(drafts[i].Id)?.Version)
            .Select(i => drafts[i].Id)
            .ToHashSet();
        foreach (var position in taking)
        {
            var tie = (Relationship)results[position]!;
            if (seats.TryGetValue(SeatRule.SeatOf(tie), out var seat) && IsSeenByAll(tie) && written.Add(seat.Id))
            {
                var next = seat with
                {
                    Version = checked(seat.Version + 1),
                    UpdatedAt = now > seat.UpdatedAt ? now : seat.UpdatedAt,
                };
                yield return (position, new Change.Update(next, seat.Version));
            }
        }
    }

    private bool IsSeenByAll(Relationship tie) =>
        tie.Visibility == Visibility.Everyone && !Sensitivity.Of(find(tie.ToId))
        && find(tie.FromId) is { Visibility: Visibility.Everyone } && find(tie.ToId) is { Visibility: Visibility.Everyone };
}
