using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>How a meeting was held.</summary>
[Description("How a meeting was held.")]
public enum MeetingForm : byte
{
    [Description("In a room.")]
    InPerson = 1,

    [Description("By video or telephone.")]
    Online = 2,

    [Description("Both.")]
    Hybrid = 3,
}
