using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Cli;

/// <summary>Why a command did not do what it was asked.</summary>
/// <param name="Code">One of <see cref="ProblemCode"/>.</param>
/// <param name="Message">A sentence for the user.</param>
internal sealed record Failure(string Code, string Message)
{
    public static Failure Of(Problem problem) => new(problem.Code, ProblemText.Of(problem, danish: false));

    /// <summary>A failure about a file that the user named.</summary>
    public static Failure OfFile(string code, string file) =>
        new(code, $"{file}: {ProblemText.Of(Problem.Of(code, string.Empty), danish: false)}");

    public static Failure Of(GraphException failure) => failure is RequestException { Problem: var problem }
        ? Of(problem)
        : new Failure(failure.Code, failure.Message);
}
