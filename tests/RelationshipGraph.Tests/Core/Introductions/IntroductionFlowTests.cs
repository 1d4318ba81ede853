using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Tests.Core.Introductions;

public sealed class IntroductionFlowTests
{
    private static readonly DateOnly Today = Some.Today;

    // Every step that may be taken, and where it leads; all others may not. Consents: - not asked, ? asked, y, n.
    private static readonly string[] Table =
    [
        "Drafted Ask -?yn Asked",
        "Asked Accept -?yn Accepted",
        "Asked Decline -?yn Declined",
        "Asked Withdraw -?yn Withdrawn",
        "Asked AskTarget - Asked",
        "Asked TargetYes -?n Asked",
        "Asked TargetNo -?y Asked",
        "Accepted Decline -?yn Declined",
        "Accepted Withdraw -?yn Withdrawn",
        "Accepted AskTarget - Accepted",
        "Accepted TargetYes -?n Accepted",
        "Accepted TargetNo -?y Accepted",
        "Accepted Make -?y Made",
        "Made Meet -?yn Meeting",
        "Made Lose -?yn Lost",
        "Meeting Win -?yn Won",
        "Meeting Lose -?yn Lost",
    ];

    public static TheoryData<IntroductionState, IntroductionStep, TargetConsent?> Everything()
    {
        var all = new TheoryData<IntroductionState, IntroductionStep, TargetConsent?>();
        foreach (var state in Enum.GetValues<IntroductionState>())
        {
            foreach (var step in Enum.GetValues<IntroductionStep>())
            {
                foreach (var consent in (TargetConsent?[])[null, .. Enum.GetValues<TargetConsent>().Cast<TargetConsent?>()])
                {
                    all.Add(state, step, consent);
                }
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_step_from_every_state_leads_where_it_should_or_is_refused_with_what_may_be_done(
        IntroductionState state, IntroductionStep step, TargetConsent? consent)
    {
        var before = In(state, consent);
        var result = IntroductionFlow.Take(before, Move(step), Today);

        if (ExpectedOf(state, step, consent) is { } expected)
        {
            var after = Assert.IsType<StepResult.Taken>(result).After;
            Assert.Equal(expected, after.State);
            Assert.Contains(step, IntroductionFlow.Next(before));
            Assert.Empty(IntroductionRule.Of(after));
            Assert.Equal(before with { State = after.State }, Blank(after, before));
            return;
        }

        var problem = Assert.IsType<StepResult.Refused>(result).Problem;
        var hasEnded = state is IntroductionState.Declined or IntroductionState.Withdrawn or IntroductionState.Won
            or IntroductionState.Lost;
        Assert.DoesNotContain(step, IntroductionFlow.Next(before));
        Assert.Equal("id", problem.Path);
        Assert.Equal(
            hasEnded ? ProblemCode.IntroductionEnded
            : step == IntroductionStep.Make && state == IntroductionState.Accepted ? ProblemCode.TargetSaidNo
            : ProblemCode.StepNotAllowed,
            problem.Code);
        Assert.Equal(hasEnded, !IntroductionFlow.Next(before).Any());
        if (problem.Code == ProblemCode.StepNotAllowed)
        {
            Assert.Equal(
                string.Join(", ", IntroductionFlow.Next(before).Select(next => CodeNames.Upper(next.ToString()))),
                problem.Arguments["allowed"]);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TargetConsent.Asked)]
    public void Without_an_answer_of_the_target_it_is_made_only_where_that_is_said(TargetConsent? consent)
    {
        var refused = IntroductionFlow.Take(
            In(IntroductionState.Accepted, consent), new IntroductionMove(IntroductionStep.Make), Today);

        var problem = Assert.IsType<StepResult.Refused>(refused).Problem;
        Assert.Equal((ProblemCode.TargetAnswerOpen, "withoutTargetConsent"), (problem.Code, problem.Path));
    }

    [Theory]
    [InlineData(IntroductionState.Asked, IntroductionStep.Decline)]
    [InlineData(IntroductionState.Made, IntroductionStep.Lose)]
    public void To_decline_and_to_lose_needs_a_reason(IntroductionState state, IntroductionStep step) =>
        Assert.All((string?[])[null, "", " \n"], reason =>
        {
            var refused = IntroductionFlow.Take(In(state, null), new IntroductionMove(step) { Reason = reason }, Today);
            var problem = Assert.IsType<StepResult.Refused>(refused).Problem;
            Assert.Equal((ProblemCode.Required, "reason"), (problem.Code, problem.Path));
        });

    [Fact]
    public void A_day_is_not_in_the_future_and_not_before_the_step_before()
    {
        var asked = In(IntroductionState.Asked, null) with { AskedOn = Today.AddDays(-3) };

        Assert.Equal(
            [
                ("DAY_IN_FUTURE", "2026-01-15"), ("DAY_TOO_EARLY", "2026-01-12"), ("", ""), ("", ""),
            ],
            new[] { 1, -4, -3, 0 }.Select(days =>
            {
                var move = new IntroductionMove(IntroductionStep.Accept) { On = Today.AddDays(days) };
                return IntroductionFlow.Take(asked, move, Today) is StepResult.Refused(var problem)
                    ? (problem.Code, problem.Arguments.Values.Single())
                    : ("", "");
            }));
    }

    [Fact]
    public void It_is_not_made_before_the_target_said_yes()
    {
        var accepted = In(IntroductionState.Accepted, TargetConsent.Yes) with
        {
            AskedOn = Today.AddDays(-9),
            AnsweredOn = Today.AddDays(-8),
            TargetAskedOn = Today.AddDays(-8),
            TargetAnsweredOn = Today.AddDays(-2),
        };
        var early = new IntroductionMove(IntroductionStep.Make) { On = Today.AddDays(-3) };

        Assert.Equal(
            ProblemCode.DayTooEarly,
            Assert.IsType<StepResult.Refused>(IntroductionFlow.Take(accepted, early, Today)).Problem.Code);
        Assert.IsType<StepResult.Taken>(IntroductionFlow.Take(accepted, early with { On = Today.AddDays(-2) }, Today));
    }

    [Fact]
    public void Who_declines_after_having_accepted_keeps_the_day_of_the_answer()
    {
        var accepted = In(IntroductionState.Accepted, null) with { AnsweredOn = Today.AddDays(-2), AskedOn = Today.AddDays(-2) };
        var after = Assert.IsType<StepResult.Taken>(
            IntroductionFlow.Take(accepted, Move(IntroductionStep.Decline), Today)).After;

        Assert.Equal((Today.AddDays(-2), Today), (after.AnsweredOn, after.EndedOn));
    }

    private static IntroductionState? ExpectedOf(IntroductionState state, IntroductionStep step, TargetConsent? consent)
    {
        var sign = consent switch
        {
            null => '-',
            TargetConsent.Asked => '?',
            TargetConsent.Yes => 'y',
            _ => 'n',
        };
        return Table.Select(line => line.Split(' '))
            .Where(line => line[0] == state.ToString() && line[1] == step.ToString()
                && line[2].Contains(sign, StringComparison.Ordinal))
            .Select(line => (IntroductionState?)Enum.Parse<IntroductionState>(line[3]))
            .SingleOrDefault();
    }

    private static Introduction In(IntroductionState state, TargetConsent? consent) =>
        Some.Introduction(Some.Id(RecordKind.Employee), Some.Id(RecordKind.Contact)) with
        {
            IntroducerId = Some.Id(RecordKind.Employee),
            State = state,
            TargetConsent = consent,
        };

    private static IntroductionMove Move(IntroductionStep step) =>
        new(step) { Reason = "Fordi.", WithoutTargetConsent = true };

    // What a step may set besides the state is put back, so that all else can be seen to be as it was.
    private static Introduction Blank(Introduction after, Introduction before) => after with
    {
        Reason = before.Reason,
        AskedOn = before.AskedOn,
        AnsweredOn = before.AnsweredOn,
        MadeOn = before.MadeOn,
        MetOn = before.MetOn,
        EndedOn = before.EndedOn,
        TargetConsent = before.TargetConsent,
        TargetAskedOn = before.TargetAskedOn,
        TargetAnsweredOn = before.TargetAnsweredOn,
        MeetingId = before.MeetingId,
    };
}
