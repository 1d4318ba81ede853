using System.Collections.Frozen;
using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Introductions;

/// <summary>
/// The states of an introduction and the steps between them. Pure: the same introduction, step and day make the same result.
/// </summary>
/// <remarks>
/// <code>
/// drafted → asked → accepted → made → meeting → won
///              ↘        ↘       ↘        ↘
///          declined, withdrawn    lost     lost
/// </code>
/// The target may be asked, and answer, while the introducer is asked or has accepted. It is not made against the target's no,
/// and without a yes only where the caller says so. An introducer who accepted may still decline; an introduction that never led
/// to a meeting is lost. Nothing follows declined, withdrawn, won and lost.
/// </remarks>
public static class IntroductionFlow
{
    private static readonly FrozenDictionary<IntroductionState, IntroductionStep[]> Steps =
        new Dictionary<IntroductionState, IntroductionStep[]>
        {
            [IntroductionState.Drafted] = [IntroductionStep.Ask],
            [IntroductionState.Asked] =
            [
                IntroductionStep.Accept, IntroductionStep.Decline, IntroductionStep.Withdraw,
                IntroductionStep.AskTarget, IntroductionStep.TargetYes, IntroductionStep.TargetNo,
            ],
            [IntroductionState.Accepted] =
            [
                IntroductionStep.Decline, IntroductionStep.Withdraw,
                IntroductionStep.AskTarget, IntroductionStep.TargetYes, IntroductionStep.TargetNo, IntroductionStep.Make,
            ],
            [IntroductionState.Made] = [IntroductionStep.Meet, IntroductionStep.Lose],
            [IntroductionState.Meeting] = [IntroductionStep.Win, IntroductionStep.Lose],
        }.ToFrozenDictionary();

    /// <summary>The steps that may be taken next, given what belongs to them; none where it has ended.</summary>
    public static IEnumerable<IntroductionStep> Next(Introduction introduction)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        return Steps.GetValueOrDefault(introduction.State, []).Where(step => Consents(step, introduction.TargetConsent));
    }

    /// <summary>Takes a step.</summary>
    /// <param name="before">The introduction as it is.</param>
    /// <param name="move">The step.</param>
    /// <param name="today">The UTC day; nothing happens after it.</param>
    public static StepResult Take(Introduction before, IntroductionMove move, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(move);
        var day = move.On ?? today;
        return Refusal(before, move, day, today) is { } problem
            ? new StepResult.Refused(problem)
            : new StepResult.Taken(After(before, move, day));
    }

    private static Problem? Refusal(Introduction before, IntroductionMove move, DateOnly day, DateOnly today)
    {
        if (!Steps.TryGetValue(before.State, out var steps))
        {
            return Problem.Of(ProblemCode.IntroductionEnded, "id", ("state", Name(before.State)));
        }

        if (move.Step == IntroductionStep.Make && steps.Contains(move.Step) && before.TargetConsent != TargetConsent.Yes)
        {
            if (before.TargetConsent == TargetConsent.No)
            {
                return Problem.Of(ProblemCode.TargetSaidNo, "id");
            }

            if (!move.WithoutTargetConsent)
            {
                return Problem.Of(ProblemCode.TargetAnswerOpen, "withoutTargetConsent");
            }
        }

        if (!Next(before).Contains(move.Step))
        {
            return Problem.Of(
                ProblemCode.StepNotAllowed, "id", ("state", Name(before.State)), ("step", Name(move.Step)),
                ("allowed", string.Join(", ", Next(before).Select(step => Name(step)))));
        }

        if (move.Step is IntroductionStep.Decline or IntroductionStep.Lose && string.IsNullOrWhiteSpace(move.Reason))
        {
            return Problem.Of(ProblemCode.Required, "reason");
        }

        return day > today ? Problem.Of(ProblemCode.DayInFuture, "on", ("today", Written(today)))
            : day < Earliest(before, move.Step) ? Problem.Of(
                ProblemCode.DayTooEarly, "on", ("earliest", Written(Earliest(before, move.Step)!.Value)))
            : null;
    }

    // Who has answered is not asked again, and says nothing twice.
    private static bool Consents(IntroductionStep step, TargetConsent? said) => step switch
    {
        IntroductionStep.AskTarget => said is null,
        IntroductionStep.TargetYes => said != TargetConsent.Yes,
        IntroductionStep.TargetNo => said != TargetConsent.No,
        IntroductionStep.Make => said != TargetConsent.No,
        _ => true,
    };

    /// <summary>The last day that is known of the steps before; null where none is.</summary>
    private static DateOnly? Earliest(Introduction before, IntroductionStep step)
    {
        DateOnly?[] days = step switch
        {
            IntroductionStep.Ask => [],
            IntroductionStep.AskTarget => [before.AskedOn],
            IntroductionStep.TargetYes or IntroductionStep.TargetNo =>
                [before.AskedOn, before.TargetAskedOn, before.TargetAnsweredOn],
            IntroductionStep.Make => [before.AskedOn, before.AnsweredOn, before.TargetAskedOn, before.TargetAnsweredOn],
            _ => [before.AskedOn, before.AnsweredOn, before.MadeOn, before.MetOn],
        };
        return days.Max();
    }

    private static Introduction After(Introduction before, IntroductionMove move, DateOnly day)
    {
        var reason = string.IsNullOrWhiteSpace(move.Reason) ? null : move.Reason;
        return move.Step switch
        {
            IntroductionStep.Ask => before with { State = IntroductionState.Asked, AskedOn = day },
            IntroductionStep.Accept => before with { State = IntroductionState.Accepted, AnsweredOn = day },
            IntroductionStep.Decline => Ended(IntroductionState.Declined) with { AnsweredOn = before.AnsweredOn ?? day },
            IntroductionStep.Withdraw => Ended(IntroductionState.Withdrawn),
            IntroductionStep.AskTarget => before with { TargetConsent = TargetConsent.Asked, TargetAskedOn = day },
            IntroductionStep.TargetYes => before with { TargetConsent = TargetConsent.Yes, TargetAnsweredOn = day },
            IntroductionStep.TargetNo => before with { TargetConsent = TargetConsent.No, TargetAnsweredOn = day },
            IntroductionStep.Make => before with { State = IntroductionState.Made, MadeOn = day },
            IntroductionStep.Meet => before with
            {
                State = IntroductionState.Meeting,
                MetOn = day,
                MeetingId = move.MeetingId,
            },
            IntroductionStep.Win => Ended(IntroductionState.Won),
            _ => Ended(IntroductionState.Lost),
        };

        Introduction Ended(IntroductionState state) => before with { State = state, Reason = reason, EndedOn = day };
    }

    private static string Name<T>(T code)
        where T : struct, Enum => CodeNames.Upper(code.ToString());

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
