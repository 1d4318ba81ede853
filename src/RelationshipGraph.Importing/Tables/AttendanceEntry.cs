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

    public override void Make(Drafting drafting)
    {
        var tie = drafting.Add(this, RecordKind.Attended, null);
        (tie.From, tie.To) = (new(Ends[0], null), new(Ends[1], null));
        tie.KnownSince = _at is { } day && day < drafting.Today ? day : drafting.Today;
        Say(tie, _role.Property, _role.Value, _role.Column);
        Say(tie, _hours.Property, _hours.Value, _hours.Column);
    }
}
