using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Which form of the strength formula constants are for.</summary>
[Description("Which form of the strength formula constants are for.")]
public enum FittedForm : byte
{
    [Description("Letters, messages, calls, arranged meetings.")]
    AnyChannel = 1,

    [Description("Seen together.")]
    FaceToFace = 2,

    [Description("At the same event or meeting.")]
    Event = 3,
}
