using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>What stands beside the sentence of an error, for programs.</summary>
internal static class ProblemExtensions
{
    /// <summary>The code always; arguments where the problem has some; the trace id where only the log can tell more.</summary>
    public static Dictionary<string, object?> Of(Problem problem, string traceId)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = problem.Code };
        if (problem.Path.Length > 0)
        {
            extensions["at"] = problem.Path;
        }

        if (problem.Arguments.Count > 0)
        {
            extensions["arguments"] = problem.Arguments;
        }

        if (problem.Code == ProblemCode.Internal || problem.Code.StartsWith("STORE_", StringComparison.Ordinal))
        {
            extensions["traceId"] = traceId;
        }

        return extensions;
    }
}
