using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

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

    public override void Make(Drafting drafting)
    {
        var start = DateOnly.FromDateTime(_startsAt.Value.ToInstant().UtcDateTime);
        var known = start < drafting.Today ? start : drafting.Today;
        var meeting = drafting.Add(this, RecordKind.Meeting, _id);
        meeting.KnownSince = known;
        Say(meeting, _startsAt.Property, _startsAt.Value, _startsAt.Column);
        foreach (var (property, value, column) in Values)
        {
            Say(meeting, property, value, column);
        }

        if (Ends.Length > 0)
        {
            var held = drafting.Add(this, RecordKind.HeldBy, null);
            (held.From, held.To, held.KnownSince) = (new(default, meeting), new(Ends[0], null), known);
        }
    }
}
