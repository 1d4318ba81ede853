using RelationshipGraph.Problems;

namespace RelationshipGraph.Cli;

/// <summary>The arguments are wrong in a way that showed only after they had been read.</summary>
internal sealed class WrongArgumentsException(string message) : GraphException(ProblemCode.BadArguments, message);
