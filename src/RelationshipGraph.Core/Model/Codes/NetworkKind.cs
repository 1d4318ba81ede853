using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What sort of body a network is.</summary>
[Description("What sort of body a network is.")]
public enum NetworkKind : byte
{
    [Description("A formal business network, such as a VL group, EGN or BNI.")]
    BusinessNetwork = 1,

    [Description("A society, club or industry body.")]
    Association = 2,

    [Description("A board of directors or a governing committee.")]
    Board = 3,

    [Description("A public council, commission or advisory committee.")]
    Commission = 4,

    [Description("A conference or a series of events.")]
    Event = 5,

    [Description("Anything else.")]
    Other = 6,
}
