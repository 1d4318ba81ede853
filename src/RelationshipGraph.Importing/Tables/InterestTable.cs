using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>One row: a person and a tag.</summary>
internal sealed class InterestTable(Header header) : Table
{
    private readonly Column _person = header.Find("person_id");
    private readonly Column _tag = header.Find("tag");

    public override RecordKind Kind => RecordKind.Contact;

    protected override Entry ReadFields(SourceRow row, long line) => new InterestRow(line, row.Id(_person), row.Id(_tag));
}
