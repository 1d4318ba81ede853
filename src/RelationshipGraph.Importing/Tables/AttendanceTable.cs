using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>Who was at which event. Only a yes is attendance; other answers are passed over.</summary>
internal sealed class AttendanceTable(Header header) : Table
{
    private readonly Column _person = header.Find("person_id", "person");
    private readonly Column _event = header.Find("event_id", "meeting");
    private readonly Column _response = header.Find("response");
    private readonly Column _at = header.Find("at");
    private readonly Column _role = header.Find("role");
    private readonly Column _hours = header.Find("hours");

    public override RecordKind Kind => RecordKind.Attended;

    public override string? PassedOverBy => _response.Name;

    protected override Entry? ReadFields(SourceRow row, long line)
    {
        var response = row.Text(_response);
        if (response is not null && !string.Equals(response, "yes", StringComparison.OrdinalIgnoreCase))
        {
            RowsPassedOver++;
            return null;
        }

        return new AttendanceEntry(
            line,
            [
                new NodeRef(NodeSpace.Person, row.Id(_person), _person.Name),
                new NodeRef(NodeSpace.Meeting, row.Id(_event), _event.Name),
            ],
            row.Day(_at),
            new Said("role", row.Value(_role, PropertyType.Code), _role.Name),
            new Said("hoursSpent", row.Value(_hours, PropertyType.Number), _hours.Name));
    }
}
