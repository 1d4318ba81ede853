using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

public sealed class TieReadingTests
{
    private static readonly PairState Weekly = Histories.Even(52, 7);

    [Fact]
    public void A_tie_that_is_only_declared_has_exactly_the_declared_strength_on_any_day()
    {
        foreach (var declared in (double[])[0, .1, .3, .85, 1])
        {
            var reading = Histories.Read(new TieMoment(Some.Today, [], new TieStrength(declared)));

            Assert.Equal(declared, reading.Strength!.Value.Value);
            Assert.Equal(ScoreBands.Of(declared), reading.Band);
            Assert.Equal(StrengthConfidence.DeclaredOnly, reading.Confidence);
            Assert.Null(reading.ColdOn);
            Assert.Null(reading.Alive);
            Assert.Empty(reading.Channels);
        }
    }

    [Fact]
    public void A_declaration_without_a_number_is_a_quarter() =>
        Assert.Equal(.25, Histories.Read(new TieMoment(Some.Today, [], TieStrength.Undeclared)).Strength!.Value.Value);

    [Fact]
    public void Where_nothing_is_known_the_strength_is_null_and_says_so()
    {
        var empty = new ChannelMoment(Channel.Email, default, 3, 3);

        var reading = Histories.Read(new TieMoment(Some.Today, [empty]));

        Assert.Null(reading.Strength);
        Assert.Equal(StrengthUnknown.NothingKnown, reading.Unknown);
        Assert.Null(reading.Band);
        Assert.Null(reading.Trend);
        Assert.Null(reading.Confidence);
    }

    [Fact]
    public void A_contact_in_one_direction_only_has_a_strength()
    {
        var pair = PairState.Of(StrengthForm.AnyChannel, [Histories.Act(0, ContactDirection.Outgoing)]);

        var reading = Histories.Read(new TieMoment(Some.Today, [Histories.After(Channel.Email, pair, 0, 0)]));

        Assert.Equal(.3951, Math.Round(reading.Strength!.Value.Value, 4));
        Assert.Null(reading.Unknown);
        Assert.Equal((1, 0), (reading.Channels[0].Pair.OutgoingCount, reading.Channels[0].Pair.IncomingCount));
    }

    [Fact]
    public void Channels_and_a_declaration_are_joined_as_independent_reasons()
    {
        var mail = Histories.After(Channel.Email, Weekly, 30, 1);
        var call = Histories.After(Channel.Call, Histories.Even(3, 60), 30, 1);
        var (p, q) = (StrengthOf([mail], null), StrengthOf([call], null));

        Assert.Equal(1 - ((1 - p) * (1 - q)), StrengthOf([mail, call], null), 1e-12);
        Assert.Equal(1 - ((1 - p) * (1 - q) * (1 - .3)), StrengthOf([mail, call], .3), 1e-12);
        Assert.Equal(1, StrengthOf([mail, call], 1));
        Assert.Equal(p, StrengthOf([mail, new ChannelMoment(Channel.Call, default, 0, 0)], null));
        Assert.Equal(p, StrengthModel.Join(new TieStrength(p), default).Value);
    }

    [Fact]
    public void A_reading_tells_what_it_rests_on()
    {
        var events = Histories.After(Channel.Event, Histories.Even(2, 40, StrengthForm.Event), 3, 1);

        var reading = Histories.Read(new TieMoment(
            Some.Today, [Histories.After(Channel.Email, Weekly, 3, 1), events], new TieStrength(.5)));

        Assert.Equal([Channel.Email, Channel.Event], reading.Channels.Select(channel => channel.Channel));
        Assert.Equal([StrengthForm.AnyChannel, StrengthForm.Event], reading.Channels.Select(channel => channel.Form));
        Assert.Equal(Weekly, reading.Channels[0].Pair);
        Assert.Equal((.8953, .9855), (Four(reading.Channels[0].Strength.Value), Four(reading.Channels[0].Alive.Value)));
        Assert.Equal(("tie-strength/1", "shipped", 90), (
            StrengthModel.Version, reading.Model.Constants, reading.Model.Horizon.TotalDays));
        Assert.Equal(.5, reading.Declared!.Value.Value);
        Assert.True(reading.Alive!.Value.Value > reading.Channels[0].Alive.Value);
    }

    [Theory]
    [InlineData(0, ScoreBand.Dormant)]
    [InlineData(.1499, ScoreBand.Dormant)]
    [InlineData(.15, ScoreBand.Fading)]
    [InlineData(.4, ScoreBand.Active)]
    [InlineData(.6999, ScoreBand.Active)]
    [InlineData(.7, ScoreBand.Strong)]
    public void Bands_begin_where_they_are_said_to(double strength, ScoreBand band)
    {
        Assert.Equal(band, ScoreBands.Of(strength));
        Assert.True(strength >= ScoreBands.FloorOf(band));
    }

    [Fact]
    public void The_trend_is_what_changed_in_90_days()
    {
        var then = new TieMoment(Some.Today.AddDays(-90), [Histories.After(Channel.Email, Weekly, 3, 1)]);
        var now = new TieMoment(Some.Today, [Histories.After(Channel.Email, Weekly, 93, 1)]);

        var reading = Histories.Read(now, then);

        Assert.Equal(reading.Strength!.Value.Value - .8953, reading.Trend!.Value, 4);
        Assert.True(reading.Trend < 0);
        Assert.Null(Histories.Read(now).Trend);
        Assert.Null(Histories.Read(now, new TieMoment(then.Day, [])).Trend);
    }

    [Theory]
    [InlineData(.5, StrengthConfidence.LittleHistory)]
    [InlineData(1.99, StrengthConfidence.LittleHistory)]
    [InlineData(2, StrengthConfidence.EnoughHistory)]
    public void Little_history_is_said(double horizons, StrengthConfidence confidence)
    {
        var mail = Histories.After(Channel.Email, Weekly, 3, 1);

        var call = mail with { Channel = Channel.Call, HistoryHorizons = horizons };

        var reading = Histories.Read(new TieMoment(Some.Today, [mail, call]));

        Assert.Equal(confidence, reading.Confidence);
    }

    [Fact]
    public void The_day_it_grows_cold_is_the_first_day_below_its_band() =>
        Gen.Select(
            Gen.Int[1, 60], Gen.Double[1, 120], Gen.Double[0, 200], Gen.Double[0, 1], Gen.Int[0, 3].Select(i => i * .25),
            Histories.Channels).Sample(
            (count, every, after, part, declared, channel) =>
            {
                // Nobody is silent for longer than since the two last met.
                var silence = part * after;
                var pair = Histories.Even(count, every, StrengthForms.Of(channel));
                var moment = Histories.After(channel, pair, after, silence);
                var other = Histories.After(Channel.Call, Histories.Even(4, 20), after, silence);
                TieStrength? said = declared > 0 ? new TieStrength(declared) : null;

                var reading = Histories.Read(new TieMoment(Some.Today, [moment, other], said));

                Assert.Equal(FirstDayBelow([moment, other], said, ScoreBands.FloorOf(reading.Band!.Value)), reading.ColdOn);
            },
            iter: 200);

    [Fact]
    public void A_tie_that_its_declaration_keeps_in_its_band_never_grows_cold()
    {
        var mail = Histories.After(Channel.Email, Histories.Even(1, 1), 0, 0);

        Assert.Null(Histories.Read(new TieMoment(Some.Today, [mail], new TieStrength(.7))).ColdOn);
        Assert.NotNull(Histories.Read(new TieMoment(Some.Today, [mail], new TieStrength(.6))).ColdOn);
        Assert.Null(Histories.Read(new TieMoment(DateOnly.MaxValue, [mail])).ColdOn);
    }

    [Fact]
    public void A_dormant_tie_is_cold_already()
    {
        var reading = Histories.Read(new TieMoment(Some.Today, [Histories.After(Channel.Email, Histories.Even(1, 1), 400, 400)]));

        Assert.Equal(ScoreBand.Dormant, reading.Band);
        Assert.Null(reading.ColdOn);
    }

    /// <summary>Day by day: the same tie with a clock that is a day further, and ends that stay as they are.</summary>
    private static DateOnly? FirstDayBelow(List<ChannelMoment> channels, TieStrength? declared, double floor)
    {
        for (var day = 1; floor > 0 && day <= 3_000; day++)
        {
            var strength = channels.Aggregate(declared ?? default, (joined, channel) => StrengthModel.Join(
                joined,
                StrengthModel.Shipped.Strength(
                    channel.Channel,
                    channel.Pair,
                    StillActive(channel.First, day),
                    StillActive(channel.Second, day),
                    channel.IsSameUnit,
                    channel.NowActive + (day / 90.0))));
            if (strength.Value < floor)
            {
                return Some.Today.AddDays(day);
            }
        }

        return null;
    }

    private static PersonState StillActive(PersonState person, int days) =>
        person with { LastActive = person.LastActive + (days / 90.0) };

    private static double StrengthOf(List<ChannelMoment> channels, double? declared) => Histories.Read(
        new TieMoment(Some.Today, channels, declared is { } value ? new TieStrength(value) : null)).Strength!.Value.Value;

    private static double Four(double value) => Math.Round(value, 4);
}
