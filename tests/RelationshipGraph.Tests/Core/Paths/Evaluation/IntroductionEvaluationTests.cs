using CsCheck;
using RelationshipGraph.Paths.Evaluation;
using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Tests.Core.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Paths.Evaluation;

public sealed class IntroductionEvaluationTests
{
    private static readonly DateTimeOffset Begin = MadeUpLogs.Begin;

    private static readonly Gen<ContactLog> Logs =
        from contacts in Gen.Select(Gen.Int[0, 18], Gen.Int[0, 18], Gen.Int[0, 400]).List[2, 70]
        from form in Gen.Enum<StrengthForm>()
        select MadeUpLogs.Log(contacts.Select(one => Row($"p{one.Item1}", $"p{one.Item2}", one.Item3)), form);

    [Fact]
    public void Counts_and_gains_agree_with_looking_at_every_pair() => Gen.Select(Logs, Gen.Enum<LogCut>()).Sample(
        (log, cut) =>
        {
            var found = IntroductionEvaluation.Of(log, cut);
            var oracle = LogMoment.Of(log, cut) is { } moment ? new MeetingOracle(log, moment) : null;

            Assert.Equal(oracle?.MetCount ?? 0, found?.MetCount ?? 0);
            if (found is not null)
            {
                Assert.Equal(oracle!.CandidateCount, found.CandidateCount);
                Assert.Equal(oracle.Default, found.Default, 1e-9);
                Assert.Equal(oracle.AdamicAdar, found.AdamicAdar, 1e-9);
                Assert.Equal(oracle.StrongestPath, found.StrongestPath, 1e-9);
            }
        },
        iter: 150);

    [Fact]
    public void Who_knows_everybody_introduces_nobody_in_particular()
    {
        // x knows a busy one with many ties and a quiet one with few; all act alike. Later x meets the quiet one's contact.
        List<LoggedContact> contacts = [];
        for (var month = 0; month < 12; month++)
        {
            contacts.AddRange([Row("x", "busy", month * 30), Row("x", "quiet", month * 30), Row("quiet", "y", month * 30)]);
            contacts.AddRange(Enumerable.Range(0, 20).Select(other => Row("busy", $"b{other}", month * 30)));
        }

        contacts.Add(Row("x", "y", 400));

        var found = IntroductionEvaluation.Of(MadeUpLogs.Log(contacts), LogCut.Time)!;

        // x with the 20 of the busy one, those among each other, the busy one with the quiet one, and x with y.
        Assert.Equal(20 + 190 + 1 + 1, found.CandidateCount);
        Assert.Equal((1, 2), (found.MetCount, found.PersonCount));
        Assert.Equal((1, 1), (found.Default, found.AdamicAdar));
        Assert.True(found.StrongestPath < .8);
    }

    [Fact]
    public void A_pair_without_a_common_contact_or_with_one_of_its_own_is_no_candidate()
    {
        // a and c meet across b; a and e meet out of nowhere; a and b go on.
        var log = MadeUpLogs.Log([
            Row("a", "b", 0), Row("b", "c", 1), Row("d", "e", 2), Row("a", "b", 90), Row("a", "c", 95), Row("a", "e", 100)]);

        var found = IntroductionEvaluation.Of(log, LogCut.Time)!;

        Assert.Equal((Begin.AddDays(80), 1, 1, 2), (found.CutAt, found.CandidateCount, found.MetCount, found.PersonCount));
        Assert.Equal((1, 1, 1), (found.Default, found.AdamicAdar, found.StrongestPath));
    }

    [Fact]
    public void What_lies_after_the_cut_is_only_compared_with()
    {
        var contacts = MadeUpLogs.Contacts(seed: 8, 500, everyDays: 10, lifeDays: 120);
        var cut = Begin.AddDays(400);
        contacts.AddRange([Row("x", "y", 0), Row("x", "y", 500)]);
        var other = contacts.Where((contact, i) => contact.At <= cut || i % 2 == 0 || contact.From == "x").ToList();

        var one = IntroductionEvaluation.Of(MadeUpLogs.Log(contacts), LogCut.Time)!;
        var two = IntroductionEvaluation.Of(MadeUpLogs.Log(other), LogCut.Time)!;

        Assert.Equal((cut, one.CandidateCount), (two.CutAt, two.CandidateCount));
        Assert.True(one.MetCount > two.MetCount);
    }

    [Fact]
    public void A_log_in_which_nobody_meets_by_a_common_contact_is_not_evaluated()
    {
        var never = MadeUpLogs.Log([Row("a", "b", 1), Row("b", "c", 2), Row("a", "b", 9)]);
        var strangers = MadeUpLogs.Log([Row("a", "b", 1), Row("c", "d", 2), Row("a", "c", 9)]);
        var atOnce = MadeUpLogs.Log([Row("a", "b", 1), Row("c", "b", 1)]);

        Assert.All(
            [MadeUpLogs.Log([]), never, strangers, atOnce],
            log => Assert.All(Enum.GetValues<LogCut>(), cut => Assert.Null(IntroductionEvaluation.Of(log, cut))));
    }

    private static LoggedContact Row(string from, string to, double day) => new(from, to, Begin.AddDays(day));
}
