using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;

namespace RelationshipGraph.Tests.Core.Introductions;

public sealed class FollowUpRulesTests
{
    private static readonly DateOnly Day = OpenDoor.Today;

    [Theory]
    [InlineData(IntroductionState.Asked, "askedOn", null, FollowUpReason.AskUnanswered, 7)]
    [InlineData(IntroductionState.Asked, "targetAskedOn", TargetConsent.Asked, FollowUpReason.TargetUnanswered, 7)]
    [InlineData(IntroductionState.Accepted, "targetAskedOn", TargetConsent.Asked, FollowUpReason.TargetUnanswered, 7)]
    [InlineData(IntroductionState.Accepted, "answeredOn", TargetConsent.Yes, FollowUpReason.NotMade, 14)]
    [InlineData(IntroductionState.Made, "madeOn", null, FollowUpReason.NoMeeting, 30)]
    public void Each_reason_begins_on_its_day(
        IntroductionState state, string since, TargetConsent? consent, FollowUpReason reason, int threshold)
    {
        var property = GraphModel.Of(RecordKind.Introduction)[since];
        var one = Made() with { State = state, TargetConsent = consent };
        Introduction Since(int days) =>
            (Introduction)one.With([KeyValuePair.Create(property, PropertyValue.Of(Day.AddDays(-days)))]);

        Assert.Null(FollowUpRules.Of(Since(threshold - 1), Day));
        Assert.Equal(new FollowUp(reason, threshold, threshold), FollowUpRules.Of(Since(threshold), Day));
        Assert.Equal(new FollowUp(reason, threshold + 9, threshold), FollowUpRules.Of(Since(threshold + 9), Day));
        Assert.Equal(threshold, FollowUpRules.DaysOf(reason));
    }

    [Fact]
    public void Of_several_reasons_the_first_is_told_and_each_has_its_sentences()
    {
        var one = Made() with
        {
            State = IntroductionState.Accepted,
            TargetConsent = TargetConsent.Asked,
            AnsweredOn = Day.AddDays(-99),
            TargetAskedOn = Day.AddDays(-8),
        };

        Assert.Equal(FollowUpReason.TargetUnanswered, FollowUpRules.Of(one, Day)!.Reason);
        var sentences =
            from reason in Enum.GetValues<FollowUpReason>()
            from consent in (TargetConsent?[])[null, TargetConsent.Yes, TargetConsent.No]
            from danish in (bool[])[false, true]
            select FollowUpText.Of(reason, one with { TargetConsent = consent }, danish);
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.Equal(12, sentences.Distinct().Count());
    }

    [Fact]
    public async Task The_store_finds_those_and_only_those_that_wait()
    {
        var random = new Random(3);
        using var door = new OpenDoor();
        var drawn = Enumerable.Range(0, 400).Select(_ => Drawn(random, door)).ToList();
        await door.WithAsync([.. drawn]);

        foreach (var employee in (RecordId?[])[null, door.Anna.Id, door.Bent.Id])
        {
            var query = new PageQuery(RecordKind.Introduction)
            {
                Filter = FollowUpRules.Filter(employee, Day),
                RowsMax = 5_000,
            };
            var page = await door.Store.ReadPageAsync(query, ViewScope.All, Some.NoToken);

            Assert.Equal(
                drawn.Where(one => FollowUpRules.Of(one, Day) is not null
                        && (employee is null || one.AskerId == employee || one.IntroducerId == employee))
                    .Select(one => one.Id).Order(),
                page.Records.Select(record => record.Id));
            Assert.NotEmpty(page.Records);
        }
    }

    private static Introduction Drawn(Random random, OpenDoor door)
    {
        Employee[] people = [door.Anna, door.Bent, door.Carl];
        return Some.Introduction(people[random.Next(3)].Id, Some.Id(RecordKind.Contact)) with
        {
            IntroducerId = random.Next(5) == 0 ? null : people[random.Next(3)].Id,
            State = (IntroductionState)random.Next(1, 10),
            TargetConsent = random.Next(3) == 0 ? null : (TargetConsent)random.Next(1, 4),
            AskedOn = Drawn(),
            AnsweredOn = Drawn(),
            MadeOn = Drawn(),
            TargetAskedOn = Drawn(),
        };

        DateOnly? Drawn() => random.Next(4) == 0 ? null : Day.AddDays(-random.Next(40));
    }

    private static Introduction Made() => Some.Introduction(Some.Id(RecordKind.Employee), Some.Id(RecordKind.Contact));
}
