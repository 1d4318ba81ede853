using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Introductions;

/// <summary>What a step makes of an introduction.</summary>
public abstract record StepResult
{
    private StepResult() { }

    /// <summary>The step may be taken.</summary>
    /// <param name="After">The introduction as it will be; its version and times are the writer's.</param>
    public sealed record Taken(Introduction After) : StepResult;

    /// <summary>The step may not be taken.</summary>
    /// <param name="Problem">Why; its path is a property of <see cref="IntroductionMove"/>, or <c>id</c>.</param>
    public sealed record Refused(Problem Problem) : StepResult;
}
