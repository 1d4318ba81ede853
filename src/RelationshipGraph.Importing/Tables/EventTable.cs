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

/// <summary>A meeting, and whose it was.</summary>
internal sealed class EventEntry : Entry
{
    private readonly string _id;
    private readonly Said _startsAt;

    public EventEntry(long line, string id, NodeRef? holder, Said startsAt)
        : base(RecordKind.Meeting, line)
    {
        _id = id;
        _startsAt = startsAt;
        Refs = holder is { } one ? [one] : [];
    }

    public List<Said> Values { get; } = [];

    public override void Make(DateOnly today)
    {
        var start = DateOnly.FromDateTime(_startsAt.Value.ToInstant().UtcDateTime);
        var known = start < today ? start : today;
        var meeting = Add(new Draft(RecordKind.Meeting, _id) { KnownSince = known });
        Say(meeting, _startsAt.Property, _startsAt.Value, _startsAt.Column);
        foreach (var (property, value, column) in Values)
        {
            Say(meeting, property, value, column);
        }

        if (Ends.Length > 0)
        {
            Add(new Draft(RecordKind.HeldBy, null)
            {
                From = new(default, meeting),
                To = new(Ends[0], null),
                KnownSince = known,
            });
        }
    }
}

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

/// <summary>A person was at a meeting.</summary>
internal sealed class AttendanceEntry : Entry
{
    private readonly DateOnly? _at;
    private readonly Said _role;
    private readonly Said _hours;

    public AttendanceEntry(long line, NodeRef[] ends, DateOnly? at, Said role, Said hours)
        : base(RecordKind.Attended, line)
    {
        Refs = ends;
        _at = at;
        _role = role;
        _hours = hours;
    }

    public override void Make(DateOnly today)
    {
        var tie = Add(new Draft(RecordKind.Attended, null)
        {
            From = new(Ends[0], null),
            To = new(Ends[1], null),
            KnownSince = _at is { } day && day < today ? day : today,
        });
        Say(tie, _role.Property, _role.Value, _role.Column);
        Say(tie, _hours.Property, _hours.Value, _hours.Column);
    }
}
