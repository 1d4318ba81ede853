using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>Where an introduction stands.</summary>
[Description("Where an introduction stands.")]
public enum IntroductionState : byte
{
    [Description("Written, not sent.")]
    Drafted = 1,

    [Description("The introducer was asked.")]
    Asked = 2,

    [Description("The introducer will do it.")]
    Accepted = 3,

    [Description("The introducer will not; the reason says why.")]
    Declined = 4,

    [Description("The introduction was made.")]
    Made = 5,

    [Description("It led to a meeting.")]
    Meeting = 6,

    [Description("It led to what was hoped for.")]
    Won = 7,

    [Description("It led to nothing.")]
    Lost = 8,

    [Description("The asker no longer wants it.")]
    Withdrawn = 9,
}
