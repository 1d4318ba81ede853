using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>How two people were in contact.</summary>
[Description("How two people were in contact.")]
public enum Channel : byte
{
    [Description("A meeting.")]
    Meeting = 1,

    [Description("A call.")]
    Call = 2,

    [Description("An e-mail.")]
    Email = 3,

    [Description("A message in some service.")]
    Message = 4,

    [Description("Both were at the same event.")]
    Event = 5,

    [Description("Met in person, as a badge or a person noted.")]
    FaceToFace = 6,

    [Description("One answered what the other wrote in public.")]
    Reply = 7,

    [Description("Paper.")]
    Letter = 8,
}
