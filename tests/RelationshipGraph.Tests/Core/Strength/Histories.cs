using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

/// <summary>Made-up histories of a pair on a clock that never stands.</summary>
internal static class Histories
{
    public static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly ActiveClock Clock = ActiveClock.Plain(Begin, StrengthModel.Shipped.Horizon);

    /// <summary>One channel of each form.</summary>
    public static readonly Gen<Channel> Channels = Gen.Int[0, 2].Select(
        form => form == 0 ? Channel.Email : form == 1 ? Channel.FaceToFace : Channel.Event);

    public static PairAct Act(double days, ContactDirection direction = ContactDirection.Mutual, int others = 1)
    {
        var at = Begin.AddDays(days);
        return new PairAct(at, Clock.At(at), direction, others);
    }

    /// <summary>So many contacts at even distances; the first at the clock's 0.</summary>
    public static PairState Even(int count, double everyDays, StrengthForm form = StrengthForm.AnyChannel) =>
        PairState.Of(form, Enumerable.Range(0, count).Select(i => Act(i * everyDays)));

    /// <summary>What is known of such a pair some days after its last contact.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="daysAfter">Days from its last contact.</param>
    /// <param name="silenceDays">Days since the less active end did anything towards anybody.</param>
    public static ChannelMoment After(Channel channel, PairState pair, double daysAfter, double silenceDays)
    {
        var now = Clock.At(pair.LastAt.AddDays(daysAfter));
        var active = default(PersonState).With(now - (silenceDays / StrengthModel.Shipped.Horizon.TotalDays));
        return new ChannelMoment(channel, pair, now, now) { First = active, Second = active };
    }

    public static TieReading Read(TieMoment now, TieMoment? earlier = null) =>
        TieReading.Of(StrengthModel.Shipped, now, earlier);
}
