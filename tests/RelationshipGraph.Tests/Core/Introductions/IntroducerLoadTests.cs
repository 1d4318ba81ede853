using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Core.Sessions;

namespace RelationshipGraph.Tests.Core.Introductions;

public sealed class IntroducerLoadTests
{
    private static readonly DateOnly Day = OpenDoor.Today;

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(1, 3, .75)]
    [InlineData(3, 3, .5)]
    [InlineData(6, 3, 1.0 / 3)]
    [InlineData(int.MaxValue, 1, 1.0 / 2147483648)]
    public void The_factor_is_the_budget_over_budget_and_asks(int asks, int budget, double factor) =>
        Assert.Equal(factor, IntroducerLoad.Factor(asks, budget));

    [Fact]
    public void The_factor_falls_with_asks_and_never_to_nothing()
    {
        for (var asks = 0; asks < 500; asks++)
        {
            Assert.InRange(IntroducerLoad.Factor(asks + 1, 3), double.Epsilon, IntroducerLoad.Factor(asks, 3) - 1e-9);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => IntroducerLoad.Factor(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => IntroducerLoad.Factor(0, 0));
    }

    [Fact]
    public void Asks_are_open_until_made_or_ended_and_recent_for_ninety_days()
    {
        Assert.Equal((1, 1, 1), Of(Asked(0)));
        Assert.Equal((1, 1, 1), Of(Asked(-89)));
        Assert.Equal((1, 0, 1), Of(Asked(-90)));
        Assert.Equal((0, 0, 0), Of(Asked(1)));
        Assert.Equal((0, 0, 0), Of(Asked(0) with { AskedOn = null, State = IntroductionState.Drafted }));
        Assert.Equal((0, 1, 1), Of(Asked(-5) with { State = IntroductionState.Made, MadeOn = Day }));
        Assert.Equal((1, 1, 1), Of(Asked(-5) with { State = IntroductionState.Made, MadeOn = Day.AddDays(1) }));
        Assert.Equal((0, 0, 0), Of(Asked(-99) with { State = IntroductionState.Lost }));
        Assert.Equal((2, 1, 2), Of(Asked(-1), Asked(-400) with { State = IntroductionState.Accepted }));
    }

    [Fact]
    public void To_decline_never_lowers_what_the_load_makes_of_a_path()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var asked = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Asked(-random.Next(200))).ToList();
            var before = IntroducerLoads.Count(asked, Day);
            var move = new IntroductionMove(IntroductionStep.Decline) { Reason = "Kender ham for lidt." };
            asked[0] = Assert.IsType<StepResult.Taken>(IntroductionFlow.Take(asked[0], move, Day)).After;
            var after = IntroducerLoads.Count(asked, Day);

            Assert.True(after.LoadFactor >= before.LoadFactor);
            Assert.True(after.Open == before.Open - 1 && after.Recent == before.Recent && after.Asks <= before.Asks);
        }
    }

    [Fact]
    public async Task Loads_of_many_are_read_together_over_what_everyone_sees_as_of_the_day()
    {
        using var door = new OpenDoor();
        var target = Some.Contact("Kim");
        await door.WithAsync(
            target,
            By(door.Bent, Asked(-3)), By(door.Bent, Asked(-2)) with { Visibility = Visibility.Owner, OwnerId = door.Bent.Id },
            By(door.Bent, Asked(-50) with { State = IntroductionState.Declined, EndedOn = Day.AddDays(-40) }),
            By(door.Carl, Asked(-100)));
        var session = await door.OpenAsync(OpenDoor.As(door.Bent));
        var loads = new IntroducerLoads(session);
        var before = door.Reads.Count;

        var asked = new[] { door.Bent, door.Carl, door.Anna }.Select(person => loads.Ask(person.Id)).ToList();
        var read = new List<IntroducerLoad?>();
        foreach (var load in asked)
        {
            read.Add(await load());
        }

        Assert.Equal([new IntroducerLoad(1, 2, 2, 3), new(1, 0, 1, 3), new(0, 0, 0, 3)], read);
        Assert.Equal(before + 1, door.Reads.Count);
        var then = await new IntroducerLoads(session.At(Day.AddDays(-45))).Ask(door.Bent.Id)();
        Assert.Equal(new IntroducerLoad(1, 1, 1, 3), then);
    }

    private static (int Open, int Recent, int Asks) Of(params Introduction[] asked)
    {
        var load = IntroducerLoads.Count(asked, Day);
        return (load.Open, load.Recent, load.Asks);
    }

    private static Introduction By(Employee introducer, Introduction one) => one with { IntroducerId = introducer.Id };

    private static Introduction Asked(int days) =>
        Some.Introduction(Some.Id(RecordKind.Employee), Some.Id(RecordKind.Contact)) with
        {
            State = IntroductionState.Asked,
            AskedOn = Day.AddDays(days),
        };
}
