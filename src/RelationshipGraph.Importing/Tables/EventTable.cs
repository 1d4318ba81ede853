using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Events of groups: meetings.</summary>
internal sealed class EventTable(Header header) : Table
{
    private readonly Column _id = header.Find("event_id", "id");
    private readonly Column _group = header.Find("group_id");
    private readonly Column _network = header.Find("network_id", "network");
    private readonly Column _company = header.Find("company_id", "company");
    private readonly Column _startsAt = header.Find("starts_at");
    private readonly PropertyColumns _properties = new(header, RecordKind.Meeting, "startsAt");

    public override RecordKind Kind => RecordKind.Meeting;

    public override int RecordsMax => 2;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        var holder = RefOf(row, NodeSpace.Group, _group) ?? RefOf(row, NodeSpace.Network, _network)
            ?? RefOf(row, NodeSpace.Company, _company);
        var startsAt = row.Instant(_startsAt);
        if (startsAt is null)
        {
            row.Refuse(Problem.Of(ProblemCode.Required, _startsAt.Name));
        }

        var entry = new EventEntry(
            line, row.Id(_id), holder, new Said("startsAt", PropertyValue.Of(startsAt ?? default), _startsAt.Name));
        _properties.Read(row, entry.Values);
        return entry;
    }

    private static NodeRef? RefOf(SourceRow row, NodeSpace space, Column column) =>
        row.Text(column) is { } id ? new NodeRef(space, id, column.Name) : null;
}
