using RelationshipGraph.Model;

namespace RelationshipGraph.Introductions;

/// <summary>A step that somebody wants to take, with what belongs to it.</summary>
/// <param name="Step">Which one.</param>
public sealed record IntroductionMove(IntroductionStep Step)
{
    /// <summary>The UTC day it happened; null: today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why; needed to decline and to lose, may be given to withdraw and to win, and plays no part elsewhere.</summary>
    public string? Reason { get; init; }

    /// <summary>The meeting it led to, where one is known; only to meet.</summary>
    public RecordId? MeetingId { get; init; }

    /// <summary>Whether it may be made though the target has not said yes; never where the target has said no.</summary>
    public bool WithoutTargetConsent { get; init; }
}
