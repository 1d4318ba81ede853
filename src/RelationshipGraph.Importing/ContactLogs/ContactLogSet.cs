using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Importing.ContactLogs;

/// <summary>The logs of contacts that a set of files holds.</summary>
/// <param name="Name">What the set is called.</param>
/// <param name="Logs">One for each channel with timed rows, by name; then the events attended together.</param>
/// <param name="Refusal">What is wrong with the files; null where they could be read. Then there are no logs.</param>
public sealed record ContactLogSet(string Name, IReadOnlyList<ContactLog> Logs, ImportRefusal? Refusal);
