using System.CommandLine;

namespace RelationshipGraph.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class TaughtCommand(string name, string description, params IReadOnlyList<(string Line, string Meaning)> examples)
    : Command(name, description)
{
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = examples;
}
