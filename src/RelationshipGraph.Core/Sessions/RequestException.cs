using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>What was asked for is not valid: a cursor, a page, a filter, a search. Nothing was done.</summary>
/// <remarks>The one failure that other arguments would have prevented: these come from outside and are answered.</remarks>
public sealed class RequestException(Problem problem)
    : GraphException(problem.Code, ProblemText.Of(problem, danish: false))
{
    /// <summary>What is wrong, for the answer.</summary>
    public Problem Problem { get; } = problem;
}
