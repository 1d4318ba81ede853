using System.Collections.Frozen;
using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A contact between two persons.</summary>
internal sealed class InteractionEntry : Entry
{
    private static readonly FrozenDictionary<Channel, PropertyValue> ChannelCodes = CodesOf<Channel>();

    private static readonly FrozenDictionary<ContactDirection, PropertyValue> DirectionCodes = CodesOf<ContactDirection>();

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

    public override void Make(Drafting drafting)
    {
        var contact = drafting.Add(this, RecordKind.Interaction, null);
        (contact.From, contact.To) = (new(Ends[0], null), new(Ends[1], null));
        Say(contact, "at", PropertyValue.Of(_at), AtColumn);
        Say(contact, "channel", ChannelCodes[_channel], "channel");
        Say(contact, "direction", DirectionCodes[Direction], "channel");
        Say(contact, "minutes", Minutes.Value, Minutes.Column);
        Say(contact, "subject", Subject.Value, Subject.Column);
        var day = DateOnly.FromDateTime(_at.UtcDateTime);
        contact.KnownSince = day < drafting.Today ? day : drafting.Today;
    }

    private static FrozenDictionary<T, PropertyValue> CodesOf<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(code => code, code => PropertyValue.Of(CodeNames.Upper(code.ToString())));
}
