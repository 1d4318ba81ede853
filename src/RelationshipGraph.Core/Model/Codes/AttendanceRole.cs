using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>What a person did at a meeting.</summary>
[Description("What a person did at a meeting.")]
public enum AttendanceRole : byte
{
    [Description("Took part.")]
    Participant = 1,

    [Description("Hosted it.")]
    Host = 2,

    [Description("Spoke.")]
    Speaker = 3,

    [Description("Came as a guest.")]
    Guest = 4,

    [Description("Came for a member.")]
    Substitute = 5,

    [Description("Was expected and did not come.")]
    Absent = 6,
}
