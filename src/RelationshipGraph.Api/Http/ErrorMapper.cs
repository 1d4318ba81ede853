using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using RelationshipGraph.Api.Operation;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>The one place where errors of the engine and of our resolvers become what a caller sees.</summary>
internal sealed class ErrorMapper(ILogger<ErrorMapper> logger)
{
    private const string ProblemKey = "problem";

    /// <summary>An error that a resolver may report or throw: the problem, to be said in the caller's language.</summary>
    public static ExecutionError ErrorOf(Problem problem) =>
        new(problem.Code) { Code = problem.Code, Extensions = new() { [ProblemKey] = problem } };

    /// <summary>The same errors with the sentence in the caller's language, a stable code, and nothing that they wrap.</summary>
    public ExecutionErrors Map(IEnumerable<ExecutionError> errors, bool isDanish, string traceId)
    {
        var mapped = new ExecutionErrors();
        foreach (var error in errors)
        {
            var problem = ProblemOf(error, traceId);
            mapped.Add(Copy(error, problem, isDanish, traceId));
        }

        return mapped;
    }

    /// <summary>One error without a place in the document.</summary>
    public static ExecutionErrors Single(Problem problem, ExecutionError? place, bool isDanish, string traceId) =>
        [Copy(place ?? new ExecutionError(problem.Code), problem, isDanish, traceId)];

    private static ExecutionError Copy(ExecutionError error, Problem problem, bool isDanish, string traceId)
    {
        var copy = new ExecutionError(ProblemText.Of(problem, isDanish))
        {
            Code = problem.Code,
            Path = error.Path,
            Extensions = ProblemExtensions.Of(problem, traceId),
        };
        foreach (var location in error.Locations ?? [])
        {
            copy.AddLocation(location);
        }

        return copy;
    }

    private Problem ProblemOf(ExecutionError error, string traceId)
    {
        if (error.Extensions?.GetValueOrDefault(ProblemKey) is Problem problem)
        {
            return problem;
        }

        return error switch
        {
            { InnerException: ExecutionError inner } => ProblemOf(inner, traceId),
            InvalidVariableError => Problem.Of(ProblemCode.BadVariables, string.Empty, ("reason", error.Message)),
            NoOperationError or InvalidOperationError => Problem.Of(ProblemCode.UnknownOperation, string.Empty),
            DocumentError => Problem.Of(ProblemCode.QueryInvalid, string.Empty, ("reason", error.Message)),
            { InnerException: OperationCanceledException } => Problem.Of(ProblemCode.Deadline, string.Empty),
            _ => FailureMask.ProblemOf(logger, error.InnerException ?? error, PlaceOf(error), traceId),
        };
    }

    // Names of the document may be aliases, which are free text: only the depth is logged.
    private static string PlaceOf(ExecutionError error) => $"a field at level {error.Path?.Count() ?? 0}";
}
