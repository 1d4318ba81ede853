using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Cli;

/// <summary>A log and what came of its evaluation at each cut; null where a cut shows nothing.</summary>
internal sealed record EvaluatedLog<T>(ContactLog Log, T? ByTime, T? ByRows)
    where T : class
{
    /// <summary>The cuts that show something, with their names.</summary>
    public IEnumerable<(string Name, T Evaluation)> Cuts
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
