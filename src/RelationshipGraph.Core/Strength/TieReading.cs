using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>How strong a tie is on a day, where it is going, and what that rests on.</summary>
/// <remarks>
/// Channels and a declaration are joined as independent reasons to act again. A tie that is only declared has exactly the
/// declared strength, whatever the day. Pure: the same moments give the same reading.
/// </remarks>
public sealed record TieReading
{
    /// <summary>How far back the trend looks.</summary>
    public const int TrendDays = 90;

    private TieReading(StrengthModel model, DateOnly day) => (Model, Day) = (model, day);

    /// <summary>The formula, its version and its constants.</summary>
    public StrengthModel Model { get; }

    /// <summary>At the end of which UTC day.</summary>
    public DateOnly Day { get; }

    /// <summary>How likely the two are to act again within the horizon. Null only where nothing at all is known.</summary>
    public TieStrength? Strength { get; private init; }

    /// <summary>Why there is no strength; null where there is one.</summary>
    public StrengthUnknown? Unknown { get; private init; }

    /// <summary>The strength in words.</summary>
    public ScoreBand? Band { get; private init; }

    /// <summary>How likely it is that the tie lives on some channel. Null without a contact.</summary>
    public Share? Alive { get; private init; }

    /// <summary>
    /// The strength less that of 90 days earlier, from −1 to 1. Null where the tie was not known then, or is not now.
    /// </summary>
    public double? Trend { get; private init; }

    /// <summary>
    /// The first day on which the tie is below its band, if the two stay silent while both stay active towards others. Null where
    /// it is dormant, and where that day does not come within a hundred years.
    /// </summary>
    public DateOnly? ColdOn { get; private init; }

    /// <summary>How far the level can be trusted; null where there is no strength.</summary>
    public StrengthConfidence? Confidence { get; private init; }

    /// <summary>What somebody declared; null where nobody did.</summary>
    public TieStrength? Declared { get; private init; }

    /// <summary>
    /// How strong one of the two says the tie really is; null where nobody does. Beside the strength: it does not change it.
    /// </summary>
    public TieStrength? Corrected { get; private init; }

    /// <summary>A part for each channel with a contact.</summary>
    public IReadOnlyList<ChannelReading> Channels { get; private init; } = [];

    /// <summary>Reads a tie.</summary>
    /// <param name="model">By which formula.</param>
    /// <param name="now">What is known at the end of the day asked about.</param>
    /// <param name="earlier">What was known <see cref="TrendDays"/> before; null where nobody asks for the trend.</param>
    public static TieReading Of(StrengthModel model, TieMoment now, TieMoment? earlier)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(now);
        if (!now.IsKnown)
        {
            return new TieReading(model, now.Day) { Unknown = StrengthUnknown.NothingKnown };
        }

        var silent = new SilentTie(model, now);
        var strength = silent.After(days: 0);
        var channels = silent.Channels.Select(channel => channel.Reading()).ToList();
        return new TieReading(model, now.Day)
        {
            Strength = new TieStrength(strength),
            Band = ScoreBands.Of(strength),
            Alive = channels.Count == 0 ? null : new Share(channels.Aggregate(
                0.0, (alive, channel) => StrengthModel.Either(alive, channel.Alive.Value))),
            Trend = earlier is { IsKnown: true } ? strength - new SilentTie(model, earlier).After(days: 0) : null,
            ColdOn = silent.DaysUntilBelow(ScoreBands.FloorOf(ScoreBands.Of(strength))) is { } days
                ? AddDays(now.Day, days)
                : null,
            Confidence = ConfidenceOf(now),
            Declared = now.Declared,
            Channels = channels,
        };
    }

    /// <summary>The same with what one of the two says of the tie beside it.</summary>
    public TieReading Beside(TieStrength corrected) => this with { Corrected = corrected };

    private static StrengthConfidence ConfidenceOf(TieMoment now)
    {
        var histories = now.Channels.Where(channel => !channel.Pair.IsEmpty).Select(channel => channel.HistoryHorizons).ToList();
        return histories.Count == 0 ? StrengthConfidence.DeclaredOnly
            : histories.Min() < 2 ? StrengthConfidence.LittleHistory
            : StrengthConfidence.EnoughHistory;
    }

    private static DateOnly? AddDays(DateOnly day, int days) =>
        days <= DateOnly.MaxValue.DayNumber - day.DayNumber ? day.AddDays(days) : null;
}
