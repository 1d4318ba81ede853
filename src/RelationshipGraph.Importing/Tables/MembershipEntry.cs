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

    public override void Make(Drafting drafting)
    {
        var (from, to) = (Ends[0], Ends[1]);
        Kind = to.Kind == RecordKind.Company ? RecordKind.WorksAt
            : from.Kind == RecordKind.Employee ? RecordKind.Seat
            : RecordKind.MemberOf;
        if (Kind == RecordKind.Seat)
        {
            MakeSeat(drafting, from, to);
            return;
        }

        var tie = drafting.Add(this, Kind, null);
        (tie.From, tie.To) = (new(from, null), new(to, null));
        Say(tie, Kind == RecordKind.WorksAt ? "title" : "role", _role.Value, _role.Column);
        SayDays(tie, _days, drafting.Today);
    }

    private void MakeSeat(Drafting drafting, RecordId employee, RecordId network)
    {
        var today = drafting.Today;
        // The seat is called after what makes it one: who, where, since when.
        var start = _days.From is { } day ? PropertyJson.ToText(PropertyType.Date, PropertyValue.Of(day)) : string.Empty;
        var name = $"{Refs[0].ExternalId}|{Refs[1].ExternalId}|{start}";
        var seat = drafting.Add(this, RecordKind.Seat, name);
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

        var holds = drafting.Add(this, RecordKind.Holds, null);
        (holds.From, holds.To) = (new(employee, null), new(default, seat));
        SayDays(holds, _days, today);
        var isIn = drafting.Add(this, RecordKind.SeatIn, null);
        (isIn.From, isIn.To) = (new(default, seat), new(network, null));
        SayDays(isIn, _days, today);
    }
}
