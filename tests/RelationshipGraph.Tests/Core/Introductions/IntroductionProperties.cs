using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;

namespace RelationshipGraph.Tests.Core.Introductions;

/// <summary>Whatever is done to introductions, by whomever and in whatever order, they stay what they may be.</summary>
public sealed class IntroductionProperties
{
    private const int Stories = 150;
    private const int Steps = 25;

    [Fact]
    public async Task Random_steps_keep_days_in_order_states_legal_and_count_versions_up()
    {
        var taken = new HashSet<IntroductionStep>();
        for (var seed = 1; seed <= Stories; seed++)
        {
            using var door = new OpenDoor();
            var random = new Random(seed);
            var target = Some.Contact("Kim");
            var before = Some.Introduction(door.Anna.Id, target.Id) with
            {
                IntroducerId = door.Bent.Id,
                OwnerId = door.Anna.Id,
                Note = "Kære Bent",
            };
            await door.WithAsync(target, before);
            for (var i = 0; i < Steps; i++)
            {
                var step = random.Next(3) > 0 && IntroductionFlow.Next(before).ToList() is { Count: > 0 } next
                    ? next[random.Next(next.Count)]
                    : (IntroductionStep)random.Next(Enum.GetValues<IntroductionStep>().Length);
                var (result, after) = await TakeAsync(door, random, before, step);
                Check(before, after, result, step, seed);
                if (result is WriteResult.Done)
                {
                    taken.Add(step);
                }

                before = after;
            }
        }

        Assert.Equal(Enum.GetValues<IntroductionStep>(), taken.Order());
    }

    private static async Task<(WriteResult Result, Introduction After)> TakeAsync(
        OpenDoor door, Random random, Introduction before, IntroductionStep step)
    {
        Viewer[] viewers =
        [
            OpenDoor.As(door.Anna), OpenDoor.As(door.Bent), OpenDoor.As(door.Carl), OpenDoor.As(door.Carl, Roles.Sales),
            OpenDoor.Administrator,
        ];
        var session = await door.OpenAsync(viewers[random.Next(viewers.Length)]);
        var version = random.Next(10) == 0 ? before.Version + random.Next(-1, 2) : before.Version;
        var move = new IntroductionMove(step)
        {
            On = random.Next(3) == 0 ? OpenDoor.Today.AddDays(random.Next(-6, 3)) : null,
            Reason = random.Next(4) == 0 ? " " : "Fordi.",
            WithoutTargetConsent = random.Next(2) == 0,
        };
        var result = step == IntroductionStep.Ask
            ? await new IntroductionAsking(session).AskDraftedAsync(before.Id, version, random.Next(2) == 0, null)
            : await new IntroductionSteps(session).TakeAsync(before.Id, version, move, null);
        var read = await door.Store.ReadAsync([before.Id], ViewScope.All, Some.NoToken);
        return (result, (Introduction)read[before.Id]);
    }

    private static void Check(
        Introduction before, Introduction after, WriteResult result, IntroductionStep step, int seed)
    {
        var story = $"Seed {seed}: {step} at {before.State} made {after}";
        if (result is WriteResult.Refused(var problems))
        {
            Assert.Equal(before, after);
            Assert.Single(problems);
            Assert.NotEmpty(ProblemText.Of(problems[0].Problem, danish: true));
            return;
        }

        Assert.True(after.Version == before.Version + 1, story);
        Assert.True(IntroductionFlow.Next(before).Contains(step), story);
        Assert.True(!IntroductionRule.Of(after).Any(), story);
        DateOnly?[] days =
        [
            after.AskedOn, after.AnsweredOn, after.MadeOn, after.MetOn, after.EndedOn, after.TargetAskedOn,
            after.TargetAnsweredOn,
        ];
        Assert.True(days.Max() <= OpenDoor.Today, story);
        Assert.True(after.AskedOn is not null, story);
        Assert.True(after.State is not (IntroductionState.Made or IntroductionState.Meeting or IntroductionState.Won)
            || (after.MadeOn is not null && after.TargetConsent != TargetConsent.No), story);
        Assert.True(after.State is not (IntroductionState.Declined or IntroductionState.Lost)
            || !string.IsNullOrWhiteSpace(after.Reason), story);
        Assert.True(IntroductionFlow.Next(after).Any() == after.EndedOn is null, story);
        Assert.Equal(
            (before.AskerId, before.IntroducerId, before.TargetId, before.Note, before.OwnerId),
            (after.AskerId, after.IntroducerId, after.TargetId, after.Note, after.OwnerId));
    }
}
