using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

public sealed class PairStateTests
{
    [Theory]
    [InlineData(.8, 1)]
    [InlineData(1.0, 2)]
    public void Contacts_closer_than_a_hundredth_of_a_horizon_are_one_sitting(double gapDays, int sittings)
    {
        var pair = Histories.Even(2, gapDays);

        Assert.Equal((2, sittings), (pair.RowCount, pair.SittingCount));
    }

    [Fact]
    public void A_chain_of_close_contacts_is_one_sitting_however_long_it_is()
    {
        var pair = Histories.Even(30, .8);

        Assert.Equal((30, 1), (pair.RowCount, pair.SittingCount));
        Assert.Equal(30, (Histories.Begin.AddDays(29 * .8) - pair.FirstAt).TotalDays / .8 + 1, 1e-6);
    }

    [Fact]
    public void A_contact_before_the_last_one_is_refused_and_counting_again_takes_it_in()
    {
        PairAct[] acts = [Histories.Act(0), Histories.Act(40), Histories.Act(90)];
        var late = Histories.Act(60);
        var pair = PairState.Of(StrengthForm.AnyChannel, acts);

        Assert.False(pair.TryAdd(StrengthForm.AnyChannel, late, out var same));
        var again = PairState.Of(StrengthForm.AnyChannel, [.. acts, late]);

        Assert.Equal(pair, same);
        Assert.Equal(4, again.SittingCount);
        Assert.Equal(PairState.Of(StrengthForm.AnyChannel, [acts[0], acts[1], late, acts[2]]), again);
    }

    [Fact]
    public void Directions_are_counted_and_mutual_ones_are_the_rest()
    {
        var pair = PairState.Of(StrengthForm.AnyChannel,
        [
            Histories.Act(1, ContactDirection.Outgoing),
            Histories.Act(2, ContactDirection.Outgoing),
            Histories.Act(3, ContactDirection.Incoming),
            Histories.Act(4),
        ]);

        Assert.Equal((4, 2, 1), (pair.RowCount, pair.OutgoingCount, pair.IncomingCount));
    }

    [Theory]
    [InlineData(StrengthForm.AnyChannel)]
    [InlineData(StrengthForm.FaceToFace)]
    [InlineData(StrengthForm.Event)]
    public void A_record_holds_the_whole_state(StrengthForm form)
    {
        var pair = PairState.Of(form,
            [Histories.Act(1, ContactDirection.Outgoing, 4), Histories.Act(31.5, ContactDirection.Incoming, 7)]);
        var record = new Interacted
        {
            Id = Some.Id(RecordKind.Interacted),
            FromId = Some.Id(RecordKind.Employee),
            ToId = Some.Id(RecordKind.Contact),
            Channel = Channel.Event,
            Model = "older",
        };

        var written = pair.WriteTo(record);

        Assert.Equal(pair, PairState.Of(written));
        Assert.Equal((StrengthModel.Version, Channel.Event), (written.Model, written.Channel));
        Assert.Equal(default, PairState.Of(default(PairState).WriteTo(written)));
    }

    [Fact]
    public void Nothing_overflows_in_a_thousand_years_nor_in_a_million_rows_of_one_moment()
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            var form = StrengthForms.Of(channel);
            var pair = PairState.Of(form, [Histories.Act(-365_000), Histories.Act(0)]);
            for (var row = 0; row < 1_000_000; row++)
            {
                Assert.True(pair.TryAdd(form, Histories.Act(0), out pair));
            }

            foreach (var daysAfter in (double[])[0, 1e-9, 1, 365_000])
            {
                var reading = Histories.Read(
                    new TieMoment(Some.Today, [Histories.After(channel, pair, daysAfter, silenceDays: daysAfter)]));

                Assert.InRange(reading.Strength!.Value.Value, 0, 1);
                Assert.InRange(reading.Alive!.Value.Value, 0, 1);
            }
        }
    }

    [Fact]
    public void Many_sittings_and_a_long_silence_leave_nothing_alive()
    {
        var pair = Histories.Even(20_000, 1);

        var moment = Histories.After(Channel.Email, pair, daysAfter: 365_000, silenceDays: 1);

        var reading = Histories.Read(new TieMoment(Some.Today, [moment]));
        Assert.Equal(0, reading.Alive!.Value.Value);
        Assert.InRange(reading.Strength!.Value.Value, double.Epsilon, .05);
    }

    [Fact]
    public void A_person_counts_acts_in_any_order_and_forgets_quickly()
    {
        var person = default(PersonState).With(1).With(3).With(2);

        Assert.Equal(person, default(PersonState).With(3).With(2).With(1));
        Assert.Equal((3, 3), (person.RowCount, person.LastActive));
        Assert.Equal(1 + Math.Pow(2, -4) + Math.Pow(2, -8), person.BusyAt(3), 1e-12);
        Assert.Equal(person.BusyAt(3) / 2, person.BusyAt(3.25), 1e-12);
        Assert.Equal(.5, person.SilenceAt(3.5));
        Assert.Equal((double.PositiveInfinity, 0), (default(PersonState).SilenceAt(1), default(PersonState).BusyAt(1)));
    }

    [Fact]
    public void Reading_a_strength_allocates_nothing()
    {
        var pair = Histories.Even(12, 30);
        var person = default(PersonState).With(pair.LastActive);
        var sum = StrengthModel.Shipped.Strength(Channel.Email, pair, person, person, isSameUnit: false, 20).Value;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var day = 0; day < 1_000; day++)
        {
            sum += StrengthModel.Shipped.Strength(Channel.Event, pair, person, person, isSameUnit: true, 20 + day).Value;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }
}
