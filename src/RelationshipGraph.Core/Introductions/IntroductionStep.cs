using System.ComponentModel;

namespace RelationshipGraph.Introductions;

/// <summary>What somebody does about an introduction.</summary>
public enum IntroductionStep : byte
{
    [Description("The introducer is asked.")]
    Ask,

    [Description("The introducer will do it.")]
    Accept,

    [Description("The introducer will not, or no longer will.")]
    Decline,

    [Description("The asker no longer wants it.")]
    Withdraw,

    [Description("The target is asked.")]
    AskTarget,

    [Description("The target would like to be introduced.")]
    TargetYes,

    [Description("The target would rather not.")]
    TargetNo,

    [Description("The introduction is made.")]
    Make,

    [Description("The asker and the target meet.")]
    Meet,

    [Description("It led to what was hoped for.")]
    Win,

    [Description("It led to nothing.")]
    Lose,
}
