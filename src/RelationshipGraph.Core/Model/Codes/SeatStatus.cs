using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>A seat's place in its life cycle.</summary>
[Description("A seat's place in its life cycle.")]
public enum SeatStatus : byte
{
    [Description("Decided, not yet applied for.")]
    Wanted = 1,

    [Description("Applied for.")]
    Applied = 2,

    [Description("Guest visits or trial.")]
    Trial = 3,

    [Description("Held.")]
    Member = 4,

    [Description("Held until the notice runs out.")]
    NoticeGiven = 5,

    [Description("No longer held.")]
    Left = 6,
}
