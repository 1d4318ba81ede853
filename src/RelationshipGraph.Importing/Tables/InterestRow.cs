using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A row of interests, which is gathered and not written by itself.</summary>
internal sealed class InterestRow(long line, string person, string tag) : Entry(RecordKind.Contact, line)
{
    public string Person => person;

    public string Tag => tag;

    public override void Make(Drafting drafting) { }
}
