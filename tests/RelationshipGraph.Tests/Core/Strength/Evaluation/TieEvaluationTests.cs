using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Tests.Core.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Strength.Evaluation;

public sealed class TieEvaluationTests
{
    private static readonly DateTimeOffset Begin = MadeUpLogs.Begin;

    [Fact]
    public void A_log_is_cut_at_four_fifths_of_its_time_or_of_its_rows()
    {
        // Ten rows in the first ten days of a hundred, and one at the end.
        var contacts = Enumerable.Range(0, 10).Select(day => Row("a", $"b{day % 3}", day)).Append(Row("a", "b1", 100)).ToList();

        var byTime = TieEvaluation.Of(MadeUpLogs.Log(contacts), LogCut.Time)!;
        var byRows = TieEvaluation.Of(MadeUpLogs.Log(contacts), LogCut.Rows)!;

        Assert.Equal((Begin.AddDays(80), 3, 1), (byTime.CutAt, byTime.PairCount, byTime.ActedAgain));
        Assert.Equal((Begin.AddDays(8), 3, 2), (byRows.CutAt, byRows.PairCount, byRows.ActedAgain));
    }

    [Fact]
    public void Pairs_have_no_direction_and_nobody_meets_oneself()
    {
        var log = MadeUpLogs.Log([Row("a", "b", 1), Row("b", "a", 2), Row("a", "a", 3)]);

        Assert.Equal((2, 1, 2), (log.RowCount, log.PairCount, log.PersonCount));
    }

    [Fact]
    public void A_log_that_shows_nothing_is_not_evaluated()
    {
        var never = MadeUpLogs.Log([Row("a", "b", 1), Row("c", "d", 2), Row("e", "f", 9)]);
        var always = MadeUpLogs.Log([Row("a", "b", 1), Row("a", "b", 2), Row("a", "b", 9)]);
        var atOnce = MadeUpLogs.Log([Row("a", "b", 1), Row("c", "b", 1)]);

        Assert.All(
            [MadeUpLogs.Log([]), never, always, atOnce],
            log => Assert.All(Enum.GetValues<LogCut>(), cut => Assert.Null(TieEvaluation.Of(log, cut))));
    }

    [Fact]
    public void What_lies_after_the_cut_is_only_compared_with()
    {
        var contacts = MadeUpLogs.Contacts(seed: 8, 500, everyDays: 10, lifeDays: 120);
        var cut = Begin.AddDays(400);
        contacts.AddRange([Row("x", "y", 0), Row("x", "y", 500)]);
        var other = contacts.Where((contact, i) => contact.At <= cut || i % 2 == 0 || contact.From == "x").ToList();

        var one = TieEvaluation.Of(MadeUpLogs.Log(contacts), LogCut.Time)!;
        var two = TieEvaluation.Of(MadeUpLogs.Log(other), LogCut.Time)!;

        Assert.Equal((cut, cut), (one.CutAt, two.CutAt));
        Assert.Equal((one.PairCount, one.HalfLifeHours, one.Fit.Fitted), (two.PairCount, two.HalfLifeHours, two.Fit.Fitted));
        Assert.NotNull(one.Fit.Fitted);
        Assert.True(one.ActedAgain > two.ActedAgain);
    }

    [Fact]
    public void Units_count_for_a_pair_only_where_both_are_known_and_equal()
    {
        var log = MadeUpLogs.Log(
            [Row("p1", "p2", 1), Row("p1", "p3", 2), Row("p1", "p9", 3), Row("p8", "p9", 4)], StrengthForm.FaceToFace);

        var terms = new LogMoment(log, log.Seconds[^1], StrengthModel.Shipped.Horizon.TotalSeconds).Terms();

        Assert.Equal([true, false, false, false], terms.Select(pair => pair.IsSameUnit));
    }

    private static LoggedContact Row(string from, string to, double day) => new(from, to, Begin.AddDays(day));
}
