using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

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
