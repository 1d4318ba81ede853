namespace RelationshipGraph.Strength;

/// <summary>
/// A tie as it will be if the two stay silent towards each other while both stay as active towards others as they are.
/// </summary>
internal sealed class SilentTie
{
    /// <summary>How far ahead is looked: a hundred years.</summary>
    public const int DaysMax = 36_525;

    private readonly double _horizonDays;
    private readonly double _declared;
    private readonly SilentChannel[] _channels;

    public SilentTie(StrengthModel model, TieMoment moment)
    {
        _horizonDays = model.Horizon.TotalDays;
        _declared = moment.Declared?.Value ?? 0;
        _channels =
        [
            .. moment.Channels.Where(channel => !channel.Pair.IsEmpty).Select(channel => new SilentChannel(model, channel)),
        ];
    }

    public IReadOnlyList<SilentChannel> Channels => _channels;

    /// <summary>The strength after so many days of silence, from 0 to 1. Never rises with the days.</summary>
    public double After(int days)
    {
        var strength = _declared;
        foreach (var channel in _channels)
        {
            strength = StrengthModel.Either(strength, channel.After(days / _horizonDays).Strength);
        }

        return strength;
    }

    /// <summary>The first number of days after which the strength is below a floor; null where there is none.</summary>
    public int? DaysUntilBelow(double floor)
    {
        if (After(DaysMax) >= floor)
        {
            return null;
        }

        // Not below on the one side, below on the other.
        var (above, below) = (0, DaysMax);
        while (below - above > 1)
        {
            var middle = (above + below) / 2;
            (above, below) = After(middle) < floor ? (above, middle) : (middle, below);
        }

        return below;
    }
}
