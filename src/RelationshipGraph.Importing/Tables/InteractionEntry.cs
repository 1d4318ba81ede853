using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A contact between two persons.</summary>
internal sealed class InteractionEntry : Entry
{
    private readonly DateTimeOffset _at;
    private readonly Channel _channel;

    public InteractionEntry(long line, NodeRef[] ends, DateTimeOffset at, Channel channel)
        : base(RecordKind.Interaction, line)
    {
        Refs = ends;
        _at = at;
        _channel = channel;
    }

    public required string AtColumn { get; init; }

    public ContactDirection Direction { get; init; }

    public Said Minutes { get; init; }

    public Said Subject { get; init; }

    public override void Make(DateOnly today)
    {
        var contact = Add(new Draft(RecordKind.Interaction, null) { From = new(Ends[0], null), To = new(Ends[1], null) });
        Say(contact, "at", PropertyValue.Of(_at), AtColumn);
        Say(contact, "channel", PropertyValue.Of(CodeNames.Upper(_channel.ToString())), "channel");
        Say(contact, "direction", PropertyValue.Of(CodeNames.Upper(Direction.ToString())), "channel");
        Say(contact, "minutes", Minutes.Value, Minutes.Column);
        Say(contact, "subject", Subject.Value, Subject.Column);
        var day = DateOnly.FromDateTime(_at.UtcDateTime);
        contact.KnownSince = day < today ? day : today;
    }
}
