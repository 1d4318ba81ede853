using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing.Writing;

/// <summary>Refuses rows that give a stored seat a second holder or network on a day.</summary>
/// <remarks>
/// What a row makes of its own seat cannot be wrong: only a seat that is there already is looked at, and only where the row takes
/// days that it did not have.
/// </remarks>
internal sealed class SeatGuard(IGraphStore store)
{
    private readonly List<(Draft Draft, Change Change)> _changes = [];

    /// <summary>New versions of the seats looked at: who gives one a holder meanwhile is met there.</summary>
    public IEnumerable<(Draft Draft, Change Change)> Changes => _changes.Where(one => one.Draft.Entry.Problem is null);

    /// <summary>Looks at a batch that has been held against the store.</summary>
    public async Task CheckAsync(IReadOnlyList<Draft> drafts, DateTimeOffset now, CancellationToken ct)
    {
        _changes.Clear();
        var taking = drafts
            .Where(draft => draft.Entry.Problem is null && SeatOf(draft)?.Stored is Seat
                && SeatRule.TakesDays(draft.Result, draft.Stored))
            .ToList();
        foreach (var batch in taking.Chunk(Limits.BatchMax))
        {
            RecordId[] seats = [.. batch.Select(draft => SeatOf(draft)!.Id).Distinct()];
            foreach (var query in (EdgeQuery[])[
                new(RecordKind.Holds, Direction.Incoming, seats), new(RecordKind.SeatIn, Direction.Outgoing, seats)])
            {
                var found = await store.ReadEdgesAsync(query with { RowsMax = Limits.BatchMax }, ViewScope.All, ct);
                foreach (var draft in batch)
                {
                    if (found[SeatOf(draft)!.Id].Edges.Any(tie => SeatRule.Forbids((Relationship)draft.Result!, tie)))
                    {
                        var column = draft.Entry.Refs[draft.Result is Holds ? 0 : 1].Column;
                        draft.Entry.Problem ??= Problem.Of(ProblemCode.SeatTaken, column);
                    }
                }
            }
        }

        HashSet<RecordId> guarded = [];
        foreach (var draft in taking)
        {
            if (SeatOf(draft) is { Result: null, Stored: Seat seat } && guarded.Add(seat.Id))
            {
                var next = seat with { Version = checked(seat.Version + 1), UpdatedAt = now };
                _changes.Add((draft, new Change.Update(next, seat.Version)));
            }
        }
    }

    // The seat that the same row drafts.
    private static Draft? SeatOf(Draft draft) => draft.Model.Kind switch
    {
        RecordKind.Holds => draft.To.Drafted,
        RecordKind.SeatIn => draft.From.Drafted,
        _ => null,
    };
}
