using System.ComponentModel;

namespace RelationshipGraph.Introductions;

/// <summary>Why an introduction waits to be followed up.</summary>
public enum FollowUpReason : byte
{
    [Description("The introducer was asked and has not answered.")]
    AskUnanswered,

    [Description("The target was asked and has not answered.")]
    TargetUnanswered,

    [Description("The introducer accepted and has not made the introduction.")]
    NotMade,

    [Description("The introduction was made and has not led to a meeting.")]
    NoMeeting,
}

/// <summary>What an introduction waits for, and for how long.</summary>
/// <param name="Reason">The first reason that holds, in the order declared.</param>
/// <param name="DaysWaiting">Whole days since the day that is waited from; at least the threshold.</param>
/// <param name="ThresholdDays">Days after which it is followed up.</param>
public sealed record FollowUp(FollowUpReason Reason, int DaysWaiting, int ThresholdDays);
