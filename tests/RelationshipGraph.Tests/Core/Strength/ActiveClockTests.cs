using CsCheck;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

public sealed class ActiveClockTests
{
    private static readonly TimeSpan Horizon = StrengthModel.Shipped.Horizon;

    private static DateTimeOffset Day(double days) => Histories.Begin.AddDays(days);

    [Fact]
    public void A_clock_stands_while_its_source_is_silent()
    {
        var source = SourceOf(Days(0, 400).Where(day => day is < 100 or >= 200));

        var clock = source.ClockAt(Day(400));

        Assert.Equal(clock.At(Day(101)), clock.At(Day(199)));
        Assert.Equal(clock.At(Day(400)), clock.At(Day(4000)));
        Assert.True(clock.At(Day(201)) > clock.At(Day(199)));
        Assert.True(clock.At(Day(50)) > clock.At(Day(49)));
    }

    [Fact]
    public void Over_its_whole_history_a_clock_goes_as_fast_as_any_other()
    {
        // Nothing at nights and at weekends.
        var source = SourceOf(Days(0, 720).Where(day => day % 7 < 5));

        var clock = source.ClockAt(Day(720));

        Assert.Equal(8, clock.At(Day(720)), .05);
        Assert.Equal(4, clock.At(Day(360)), .05);
    }

    [Fact]
    public void A_few_rows_in_a_broken_time_do_not_make_the_clock_go()
    {
        var rows = Days(0, 200).Where(day => day is < 100 or >= 150).SelectMany(day => Enumerable.Repeat(day, 100));

        var clock = SourceOf(rows.Concat([110.0, 120, 130])).ClockAt(Day(200));

        Assert.Equal(clock.At(Day(105)), clock.At(Day(145)));
        Assert.InRange(clock.Measure.RowsMin, 4.5, 5);
    }

    [Fact]
    public void Before_its_first_row_a_clock_shows_nothing()
    {
        var clock = SourceOf([3, 4, 5]).ClockAt(Day(6));

        Assert.Equal((0, 0), (clock.At(Day(-1000)), clock.At(Day(2))));
    }

    [Fact]
    public void What_comes_later_does_not_change_what_was_known()
    {
        var known = SourceOf(Days(0, 200)).ClockAt(Day(199.9));
        var later = SourceOf(Days(0, 200).Concat(Days(201, 300).SelectMany(day => Enumerable.Repeat(day, 90))))
            .ClockAt(Day(199.9));

        Assert.All(Days(0, 199), day => Assert.Equal(known.At(Day(day)), later.At(Day(day))));
    }

    [Fact]
    public void In_the_measure_of_an_earlier_clock_the_past_stays_and_the_clock_goes_on()
    {
        var source = SourceOf(Days(0, 200));
        var before = source.ClockAt(Day(200));
        foreach (var day in Days(200, 260))
        {
            source.Add(Day(day));
        }

        var after = source.ClockAt(Day(260), before.Measure);

        Assert.All(Days(0, 199), day => Assert.Equal(before.At(Day(day)), after.At(Day(day))));
        Assert.Equal(before.At(Day(200)) + (60 / 90.0), after.At(Day(260)), .02);
        Assert.Equal(before.Measure, after.Measure);
        Assert.Throws<ArgumentOutOfRangeException>(() => source.ClockAt(Day(260), default(ClockMeasure)));
    }

    [Fact]
    public void In_a_measure_that_no_bin_reaches_a_clock_stands()
    {
        var clock = SourceOf([1, 2, 3]).ClockAt(Day(90), new ClockMeasure(RowsMin: 2, BinsAHorizon: 100));

        Assert.Equal((0, 0), (clock.At(Day(2)), clock.At(Day(90))));
    }

    [Fact]
    public void Without_rows_a_clock_never_stands()
    {
        var clock = new SourceActivity(Histories.Begin, Horizon).ClockAt(Day(1));

        Assert.Equal(2, clock.At(Day(180)), 1e-12);
    }

    [Fact]
    public void A_clock_never_goes_back_and_does_not_care_in_which_order_rows_came() =>
        Gen.Double[0, 500].List[1, 60].Sample(rows =>
        {
            var clock = SourceOf(rows).ClockAt(Day(500));
            var reversed = SourceOf(rows.AsEnumerable().Reverse()).ClockAt(Day(500));
            var before = double.NegativeInfinity;
            foreach (var day in Days(-5, 520))
            {
                var now = clock.At(Day(day));

                Assert.True(now >= before);
                Assert.Equal(now, reversed.At(Day(day)));
                before = now;
            }
        });

    private static IEnumerable<double> Days(int from, int until) =>
        Enumerable.Range(from, until - from).Select(day => (double)day);

    private static SourceActivity SourceOf(IEnumerable<double> days)
    {
        var source = new SourceActivity(Histories.Begin, Horizon);
        foreach (var day in days)
        {
            source.Add(Day(day));
        }

        return source;
    }
}
