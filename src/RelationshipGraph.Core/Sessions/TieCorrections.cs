using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Puts what people say of their own ties beside what was worked out, as far as the viewer may see it.</summary>
internal sealed class TieCorrections(Session session)
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Knows);

    /// <summary>The ties with what was said of each last by the day asked about.</summary>
    public async Task<IReadOnlyList<FoundTie>> AddToAsync(IReadOnlyList<FoundTie> ties)
    {
        // What is said is said in a KNOWS record.
        var people = ties.Where(tie => tie.Knows is not null).Select(tie => tie.Of).Distinct().ToList();
        if (people.Count == 0)
        {
            return ties;
        }

        var said = await ReadAsync(people);
        return [.. ties.Select(tie => tie.Knows is not null && said.TryGetValue((tie.Of, tie.With), out var knows)
            ? tie with { Reading = tie.Reading.Beside(knows.CorrectedStrength!.Value) }
            : tie)];
    }

    /// <summary>The same for a page of ties.</summary>
    public async Task<TieListAnswer> AddToAsync(TieListAnswer answer)
    {
        if (answer is not TieListAnswer.Found found)
        {
            return answer;
        }

        var ties = await AddToAsync([.. found.Rows.Select(row => row.Tie)]);
        return found with { Rows = ValueList.From(found.Rows.Zip(ties, (row, tie) => row with { Tie = tie })) };
    }

    private async Task<Dictionary<(RecordId Of, RecordId With), Knows>> ReadAsync(IReadOnlyList<RecordId> people)
    {
        var said = new Dictionary<(RecordId Of, RecordId With), Knows>();
        foreach (var anchors in people.Chunk(Limits.AnchorsMax))
        {
            var query = new EdgeQuery(RecordKind.Knows, Direction.Both, anchors)
            {
                Filter = new RecordFilter.And(
                [
                    new RecordFilter.Exists(Model["correctedStrength"]),
                    new RecordFilter.Compare(Model["correctedOn"], Comparison.LessOrEqual, PropertyValue.Of(session.AsOf)),
                ]),
                AsOf = session.AsOf,
                RowsMax = Limits.BatchMax,
            };
            foreach (var (of, page) in await session.Tools.Store.ReadEdgesAsync(query, session.Scope, session.Deadline))
            {
                foreach (var knows in page.Edges.Cast<Knows>())
                {
                    var pair = (of, knows.FromId == of ? knows.ToId : knows.FromId);
                    if (!said.TryGetValue(pair, out var other) || IsLater(knows, other))
                    {
                        said[pair] = knows;
                    }
                }
            }
        }

        return said;
    }

    private static bool IsLater(Knows one, Knows other) =>
        one.CorrectedOn != other.CorrectedOn ? one.CorrectedOn > other.CorrectedOn : one.Id > other.Id;
}
