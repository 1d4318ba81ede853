using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>Of each form of the strength formula one fit is in force at most, with what the request makes of them.</summary>
/// <param name="session">Who writes.</param>
/// <param name="drafts">What is asked.</param>
/// <param name="results">What the drafts leave behind.</param>
internal sealed class FitCheck(Session session, IReadOnlyList<Draft> drafts, IReadOnlyList<Record?> results)
{
    /// <summary>Every fit that would be the second one.</summary>
    public async Task<IReadOnlyList<DraftProblem>> FindAsync()
    {
        var changed = drafts.Select(draft => draft.Id).ToHashSet();
        var problems = new List<DraftProblem>();
        var coming = Enumerable.Range(0, drafts.Count)
            .Where(i => drafts[i] is not Draft.Delete && results[i] is StrengthFit { IsInForce: true })
            .GroupBy(i => ((StrengthFit)results[i]!).Form);
        foreach (var form in coming)
        {
            var query = FitsInForce.Query(form.Key) with { RowsMax = Limits.BatchMax };
            var stored = await session.Tools.Store.ReadPageAsync(query, session.Scope, session.Deadline);
            var isTaken = stored.Records.Any(fit => fit is StrengthFit { IsInForce: true } && !changed.Contains(fit.Id));
            problems.AddRange(form.Skip(isTaken ? 0 : 1)
                .Select(i => new DraftProblem(i, Problem.Of(ProblemCode.FitInForce, "state"))));
        }

        return [.. problems.OrderBy(problem => problem.Position)];
    }
}
