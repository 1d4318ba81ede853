using RelationshipGraph.Problems;

namespace RelationshipGraph.Hosting.Settings;

/// <summary>The program cannot start as it is set. The message is for the operator: it names every wrong setting and its mending,
/// and holds no secret.</summary>
public sealed class SettingsException(string message) : GraphException(ProblemCode.BadSettings, message);
