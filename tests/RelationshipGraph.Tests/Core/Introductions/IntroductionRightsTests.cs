using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Tests.Core.Introductions;

public sealed class IntroductionRightsTests
{
    // Who may take the step: asker, introducer, another employee.
    [Theory]
    [InlineData(IntroductionStep.Ask, "A", "A")]
    [InlineData(IntroductionStep.Accept, "I", "A")]
    [InlineData(IntroductionStep.Decline, "I", "A")]
    [InlineData(IntroductionStep.Withdraw, "A", "A")]
    [InlineData(IntroductionStep.AskTarget, "AI", "A")]
    [InlineData(IntroductionStep.TargetYes, "AI", "A")]
    [InlineData(IntroductionStep.TargetNo, "AI", "A")]
    [InlineData(IntroductionStep.Make, "AI", "A")]
    [InlineData(IntroductionStep.Meet, "AI", "A")]
    [InlineData(IntroductionStep.Win, "AI", "A")]
    [InlineData(IntroductionStep.Lose, "AI", "A")]
    public void Each_step_is_for_those_it_concerns(IntroductionStep step, string ofEmployee, string ofContact)
    {
        var (asker, colleague) = (Some.Id(RecordKind.Employee), Some.Id(RecordKind.Employee));
        foreach (var (introducer, who) in new[]
        {
            (Some.Id(RecordKind.Employee), ofEmployee), (Some.Id(RecordKind.Contact), ofContact), (default(RecordId?), ofContact),
        })
        {
            var one = Some.Introduction(asker, Some.Id(RecordKind.Contact)) with { IntroducerId = introducer };
            bool May(RecordId? viewer, Roles roles) =>
                IntroductionRights.May(new Viewer(viewer ?? default, roles, "test"), one, step);

            Assert.Equal(who.Contains('A', StringComparison.Ordinal), May(asker, Roles.Employee));
            Assert.Equal(
                introducer is { Kind: RecordKind.Employee } && who.Contains('I', StringComparison.Ordinal),
                introducer is { Kind: RecordKind.Employee } && May(introducer, Roles.Employee));
            Assert.False(May(colleague, Roles.Employee | Roles.Strategy));
            Assert.False(May(asker, Roles.None));
            Assert.False(May(null, Roles.Employee));
            Assert.True(May(colleague, Roles.Sales));
            Assert.True(May(null, Roles.Administrator));
        }
    }
}
