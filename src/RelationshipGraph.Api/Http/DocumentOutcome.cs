using GraphQL;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>What came of reading a document: the document, or why there is none.</summary>
internal abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    public sealed record Read(CheckedDocument Document) : DocumentOutcome;

    /// <param name="Problem">What is wrong.</param>
    /// <param name="Error">The parser's finding with its place; null where the problem says it all.</param>
    public sealed record Refused(Problem Problem, ExecutionError? Error = null) : DocumentOutcome;
}
