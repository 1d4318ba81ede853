using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Cli;

/// <summary>A log and what came of its evaluation at each cut; null where a cut shows nothing.</summary>
internal sealed record EvaluatedLog(ContactLog Log, TieEvaluation? ByTime, TieEvaluation? ByRows)
{
    /// <summary>The cuts that show something, with their names.</summary>
    public IEnumerable<(string Name, TieEvaluation Evaluation)> Cuts
    {
        get
        {
            if (ByTime is not null)
            {
                yield return ("time", ByTime);
            }

            if (ByRows is not null)
            {
                yield return ("rows", ByRows);
            }
        }
    }
}
