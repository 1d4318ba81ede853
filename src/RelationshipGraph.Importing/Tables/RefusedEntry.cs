using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A row that cannot be read.</summary>
internal sealed class RefusedEntry : Entry
{
    public RefusedEntry(RecordKind kind, long line, Problem problem)
        : base(kind, line) => Problem = problem;

    public override void Make(Drafting drafting) { }
}
