using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

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
