using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class CountedDaysTests
{
    private static readonly int Today = (int)PropertyValue.Of(Some.Today).Integer;

    [Fact]
    public void A_period_is_from_its_first_day_to_before_its_last()
    {
        var days = CountedDays.Of(Some.Seat(Some.Today, Some.Today.AddDays(2)));

        Assert.Equal(new CountedDays(Today, Today + 2), days);
        Assert.Equal(
            [false, true, true, false],
            Enumerable.Range(-1, 4).Select(offset => days.Holds(Some.Today.AddDays(offset))));
        Assert.Equal(
            [false, true, true, false],
            Enumerable.Range(-1, 4).Select(offset => days.Holds(Today + offset)));
    }

    [Fact]
    public void An_unknown_end_is_open()
    {
        Assert.Equal(new CountedDays(int.MinValue, int.MaxValue), CountedDays.Of(Some.Seat()));
        Assert.Equal(new CountedDays(Today, int.MaxValue), CountedDays.Of(Some.Seat(Some.Today)));
        Assert.Equal(new CountedDays(int.MinValue, Today), CountedDays.Of(Some.Seat(null, Some.Today)));
        Assert.True(CountedDays.Of(Some.Seat()).Holds(DateOnly.MaxValue));
        Assert.True(CountedDays.Of(Some.Seat()).Holds(DateOnly.MinValue));
    }

    [Fact]
    public void An_empty_period_holds_on_no_day() =>
        Assert.False(CountedDays.Of(Some.Seat(Some.Today, Some.Today)).Holds(Some.Today));

    [Theory]
    [InlineData("2026-01-15T00:00:00Z", 0)]
    [InlineData("2026-01-15T23:59:59.999Z", 0)]
    [InlineData("2026-01-16T00:00:00Z", 1)]
    [InlineData("2026-01-15T00:30:00+01:00", -1)]
    public void A_moment_counts_from_its_utc_day(string at, int offset)
    {
        var meeting = Some.Meeting(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(new CountedDays(Today + offset, int.MaxValue), CountedDays.Of(meeting));
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(-86_400_000, -1)]
    [InlineData(-86_400_001, -2)]
    [InlineData(0, 0)]
    [InlineData(-62_135_596_800_000, -719_162)]
    [InlineData(253_402_300_799_999, 2_932_896)]
    public void Days_are_counted_down_before_1970(long milliseconds, int day) => Assert.Equal(
        day, CountedDays.Of(Some.Meeting(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))).From);

    [Fact]
    public void What_has_neither_always_counts()
    {
        var network = Some.Network() with { FoundedOn = Some.Today, EndedOn = Some.Today };

        Assert.Equal(new CountedDays(int.MinValue, int.MaxValue), CountedDays.Of(network));
    }

    [Fact]
    public void An_interaction_counts_by_its_moment_alone()
    {
        var tie = Some.Interaction(Some.Employee(), Some.Contact()) with { From = Some.Today.AddDays(9), Until = Some.Today };

        Assert.Equal(new CountedDays(Today, int.MaxValue), CountedDays.Of(tie));
    }
}
