using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>
/// The parts of one outcome that are credited add up to 1 at most: those the viewer may see, with what the request makes of them.
/// </summary>
internal sealed class CreditCheck(Session session, IReadOnlyList<Draft> drafts, IReadOnlyList<Record?> results)
{
    // Ten thirds of ten per cent are one.
    private const double Rounding = 1e-9;

    public async Task<IReadOnlyList<DraftProblem>> FindAsync()
    {
        var outcomes = results.OfType<CreditedTo>().Select(c => c.FromId).Distinct().ToArray();
        var query = new EdgeQuery(RecordKind.CreditedTo, Direction.Outgoing, outcomes) { RowsMax = Limits.BatchMax };
        var stored = await session.Tools.Store.ReadEdgesAsync(query, session.Scope, session.Deadline);
        var changed = drafts.Select(d => d.Id).ToHashSet();
        var problems = new List<DraftProblem>();
        foreach (var outcome in outcomes)
        {
            var kept = stored[outcome].Edges.Cast<CreditedTo>().Where(c => !changed.Contains(c.Id)).Sum(c => c.Share.Value);
            var written = Enumerable.Range(0, drafts.Count)
                .Where(i => drafts[i] is not Draft.Delete && results[i] is CreditedTo credit && credit.FromId == outcome)
                .ToArray();
            if (written.Length > 0 && kept + written.Sum(i => ((CreditedTo)results[i]!).Share.Value) > 1 + Rounding)
            {
                problems.Add(new DraftProblem(written[^1], Problem.Of(ProblemCode.CreditExceedsOne, "share")));
            }
        }

        return problems;
    }
}
