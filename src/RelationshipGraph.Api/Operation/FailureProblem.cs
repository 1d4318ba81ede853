using System.Globalization;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Operation;

/// <summary>What a caller may know of a failure of ours.</summary>
internal static class FailureProblem
{
    /// <summary>Its code, with the arguments that the code's sentence asks for.</summary>
    public static Problem Of(GraphException failure) => failure.Code switch
    {
        ProblemCode.SearchTooBroad => Problem.Of(
            failure.Code, string.Empty, ("max", Limits.SearchMatchesMax.ToString(CultureInfo.InvariantCulture))),
        _ => Problem.Of(failure.Code, string.Empty),
    };
}
