using GraphQL;

namespace RelationshipGraph.Api.Http;

/// <summary>One well-formed GraphQL request.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; null where it has one only.</param>
/// <param name="Variables">Empty where none were sent.</param>
internal sealed record GraphRequest(string Query, string? OperationName, Inputs Variables);
