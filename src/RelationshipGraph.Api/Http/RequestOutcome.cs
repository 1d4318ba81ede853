using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>What came of reading a request: the request, or why there is none.</summary>
internal abstract record RequestOutcome
{
    private RequestOutcome() { }

    public sealed record Read(GraphRequest Request) : RequestOutcome;

    /// <param name="Status">The HTTP status of the answer.</param>
    /// <param name="Problem">What is wrong.</param>
    public sealed record Refused(int Status, Problem Problem) : RequestOutcome;
}
