using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>How people meet.</summary>
[Description("How people meet.")]
public enum NetworkForm : byte
{
    [Description("In a room.")]
    InPerson = 1,

    [Description("By video.")]
    Online = 2,

    [Description("Both.")]
    Hybrid = 3,
}
