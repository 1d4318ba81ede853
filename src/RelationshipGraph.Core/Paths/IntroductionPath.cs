using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Paths;

/// <summary>One way to be introduced, as far as the viewer may know it.</summary>
/// <param name="Start">The person who would ask.</param>
/// <param name="Steps">From the start on: hops; a <see cref="PathStep.Closed"/> only as the last one.</param>
/// <param name="Score">How strong the whole is.</param>
public sealed record IntroductionPath(RecordId Start, ValueList<PathStep> Steps, PathScore Score);

/// <summary>One step of a path.</summary>
public abstract record PathStep
{
    private PathStep() { }

    /// <summary>From one person to the next.</summary>
    /// <param name="From">Who would introduce.</param>
    /// <param name="To">The next person.</param>
    /// <param name="Strength">How strong the hop is.</param>
    /// <param name="Via">What joins the two.</param>
    public sealed record Hop(RecordId From, RecordId To, TieStrength Strength, HopVia Via) : PathStep;

    /// <summary>The rest of the path, which somebody wishes to keep discreet. Only whom to ask is told.</summary>
    /// <param name="From">The person who knows the way.</param>
    public sealed record Closed(RecordId From) : PathStep;
}

/// <summary>How strong a path is: the product of its hops' strengths and of the discount of each hop after the first.</summary>
public abstract record PathScore
{
    private PathScore() { }

    /// <summary>The number, above 0 and at most 1.</summary>
    public sealed record Exact(double Value) : PathScore;

    /// <summary>Of a path with a closed step: only the band.</summary>
    public sealed record Banded(ScoreBand Band) : PathScore;
}

/// <summary>What joins two people in a hop.</summary>
public abstract record HopVia
{
    private HopVia() { }

    /// <summary>They know each other: somebody says so, or they were in contact.</summary>
    /// <param name="Id">The strongest KNOWS record that it rests on; null where it rests on contacts alone.</param>
    public sealed record Tie(RecordId? Id) : HopVia;

    /// <summary>They are or were members of one company or network at the same time.</summary>
    /// <param name="Id">The company or network.</param>
    /// <param name="MemberCount">Its memberships that everyone may see and that have begun; at least 2.</param>
    /// <param name="FromMembership">The WORKS_AT, MEMBER_OF or seat of the first person.</param>
    /// <param name="ToMembership">That of the second.</param>
    /// <param name="OverlapFrom">The first day both were members, or were known to be.</param>
    /// <param name="OverlapUntil">The first day not both were; null while both still are.</param>
    public sealed record Group(
        RecordId Id, int MemberCount, RecordId FromMembership, RecordId ToMembership, DateOnly OverlapFrom,
        DateOnly? OverlapUntil) : HopVia;
}
