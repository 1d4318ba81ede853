using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>
/// Memberships: of a contact or a company in a network, an employee's seat there, or a person's work at a company.
/// </summary>
internal sealed class MembershipTable(Header header) : Table
{
    private readonly Column _person = header.Find("person_id", "person");
    private readonly Column _group = header.Find("group_id");
    private readonly Column _network = header.Find("network_id", "network");
    private readonly Column _company = header.Find("company_id", "company");
    private readonly Column _role = header.Find("role", "title");
    private readonly DayColumns _days = DayColumns.Of(header);

    public override RecordKind Kind => RecordKind.MemberOf;

    public override int RecordsMax => 3;

    protected override Entry ReadFields(SourceRow row, long line)
    {
        List<NodeRef> ends = [];
        AddEnd(row, ends, NodeSpace.Person, _person);
        if (ends.Count == 0)
        {
            AddEnd(row, ends, NodeSpace.Company, _company);
            AddEnd(row, ends, NodeSpace.Network, _network);
        }
        else
        {
            AddEnd(row, ends, NodeSpace.Group, _group);
            AddEnd(row, ends, NodeSpace.Network, _network);
            AddEnd(row, ends, NodeSpace.Company, _company);
        }

        if (ends.Count != 2)
        {
            // A row joins two; a third leaves open which.
            var column = ends.Count > 2 ? ends[2].Column : MissingEnd(ends);
            row.Refuse(ends.Count > 2
                ? Problem.Of(ProblemCode.TooMany, column, ("max", "2"))
                : Problem.Of(ProblemCode.Required, column));
        }

        return new MembershipEntry(
            line, [.. ends], new Said("role", SourceRow.Of(row.Text(_role)), _role.Name), _days.Read(row));
    }

    private string MissingEnd(List<NodeRef> ends) =>
        ends.Count == 0 || (ends[0].Space != NodeSpace.Person && !_network.IsThere) ? _person.Name
        : _group.IsThere ? _group.Name
        : _network.IsThere ? _network.Name
        : _company.Name;

    private static void AddEnd(SourceRow row, List<NodeRef> ends, NodeSpace space, Column column)
    {
        if (row.Text(column) is { } id)
        {
            ends.Add(new NodeRef(space, id, column.Name));
        }
    }
}

/// <summary>A membership; what it becomes is decided by what its ends are.</summary>
internal sealed class MembershipEntry : Entry
{
    private readonly Said _role;
    private readonly Days _days;

    public MembershipEntry(long line, NodeRef[] ends, Said role, Days days)
        : base(RecordKind.MemberOf, line)
    {
        Refs = ends;
        _role = role;
        _days = days;
    }

    public override void Make(DateOnly today)
    {
        var (from, to) = (Ends[0], Ends[1]);
        Kind = to.Kind == RecordKind.Company ? RecordKind.WorksAt
            : from.Kind == RecordKind.Employee ? RecordKind.Seat
            : RecordKind.MemberOf;
        if (Kind == RecordKind.Seat)
        {
            MakeSeat(from, to, today);
            return;
        }

        var tie = Add(new Draft(Kind, null) { From = new(from, null), To = new(to, null) });
        Say(tie, Kind == RecordKind.WorksAt ? "title" : "role", _role.Value, _role.Column);
        SayDays(tie, _days, today);
    }

    private void MakeSeat(RecordId employee, RecordId network, DateOnly today)
    {
        // The seat is called after what makes it one: who, where, since when.
        var start = _days.From is { } day ? PropertyJson.ToText(PropertyType.Date, PropertyValue.Of(day)) : string.Empty;
        var name = $"{Refs[0].ExternalId}|{Refs[1].ExternalId}|{start}";
        var seat = Add(new Draft(RecordKind.Seat, name));
        Problem ??= name.Length > Limits.ShortTextMax
            ? Problem.Of(ProblemCode.TooLong, Refs[1].Column, ("max", "240"))
            : null;
        Say(seat, "role", _role.Value, _role.Column);
        Say(seat, "from", SourceRow.Of(_days.From), _days.FromColumn);
        Say(seat, "until", SourceRow.Of(_days.Until), _days.UntilColumn);
        SayKnown(seat, _days, today);
        if (_days.Until is { } until)
        {
            Say(seat, "status", PropertyValue.Of(until <= today ? "LEFT" : "NOTICE_GIVEN"), _days.UntilColumn);
        }

        SayDays(Add(new Draft(RecordKind.Holds, null) { From = new(employee, null), To = new(default, seat) }), _days, today);
        SayDays(Add(new Draft(RecordKind.SeatIn, null) { From = new(default, seat), To = new(network, null) }), _days, today);
    }
}
