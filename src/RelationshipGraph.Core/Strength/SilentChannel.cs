using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>One channel of a tie whose ends stay as silent or as active towards others as they are at a moment.</summary>
internal sealed class SilentChannel
{
    private readonly ChannelMoment _moment;
    private readonly FormConstants _constants;
    private readonly double _silence;
    private readonly double _busy;

    public SilentChannel(StrengthModel model, ChannelMoment moment)
    {
        _moment = moment;
        _constants = model[StrengthForms.Of(moment.Channel)];
        (_silence, _busy) = PairTerms.EndsAt(moment.Pair, moment.First, moment.Second, moment.NowActive);
    }

    /// <summary>After so many further horizons without a contact. The clock ahead is taken to go as it went on average.</summary>
    public PairValue After(double horizons) => _constants.Evaluate(
        PairTerms.Of(_constants.Form, _moment.Pair, _silence, _busy, _moment.IsSameUnit, _moment.NowActive + horizons));

    public ChannelReading Reading()
    {
        var now = After(horizons: 0);
        return new ChannelReading(
            _moment.Channel, new TieStrength(now.Strength), new Share(now.Alive), _moment.Pair, _constants.Form);
    }
}
