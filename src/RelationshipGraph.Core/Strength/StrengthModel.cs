using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>The formula with its constants, named and versioned: what a strength was worked out by.</summary>
/// <remarks>
/// States are kept by the version: another horizon or other sums are another version, and every pair is counted again. Constants
/// may be fitted without that.
/// </remarks>
public sealed class StrengthModel
{
    /// <summary>What the formula is called.</summary>
    public const string Name = "tie-strength";

    /// <summary>The version of the states that it reads.</summary>
    public const string Version = "tie-strength/1";

    private readonly FormConstants _anyChannel;
    private readonly FormConstants _faceToFace;
    private readonly FormConstants _event;

    private StrengthModel(string constants, FormConstants anyChannel, FormConstants faceToFace, FormConstants @event)
    {
        Constants = constants;
        _anyChannel = anyChannel;
        _faceToFace = faceToFace;
        _event = @event;
    }

    /// <summary>The model with the constants that the product comes with.</summary>
    public static StrengthModel Shipped { get; } = new(
        "shipped", ShippedConstants.AnyChannel, ShippedConstants.FaceToFace, ShippedConstants.Event);

    /// <summary>Which constants these are: <c>shipped</c>, or the name of a fit.</summary>
    public string Constants { get; }

    /// <summary>What is forecast: an act within this time.</summary>
    public TimeSpan Horizon { get; } = TimeSpan.FromDays(90);

    /// <summary>The constants of a form.</summary>
    public FormConstants this[StrengthForm form] => form switch
    {
        StrengthForm.FaceToFace => _faceToFace,
        StrengthForm.Event => _event,
        _ => _anyChannel,
    };

    /// <summary>The same model with other constants for one form.</summary>
    /// <param name="name">What the constants are called from now on.</param>
    /// <param name="constants">For the form that they name.</param>
    /// <exception cref="ArgumentException">A constant is not finite, or has a sign that it may not have.</exception>
    public StrengthModel With(string name, FormConstants constants)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(constants);
        if (!constants.IsSound)
        {
            throw new ArgumentException("A constant is not finite, or has a sign that it may not have.", nameof(constants));
        }

        return new StrengthModel(
            name,
            constants.Form == StrengthForm.AnyChannel ? constants : _anyChannel,
            constants.Form == StrengthForm.FaceToFace ? constants : _faceToFace,
            constants.Form == StrengthForm.Event ? constants : _event);
    }

    /// <summary>The strength of one channel of a tie. Allocates nothing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="pair">What the pair's contacts on it add up to; not empty.</param>
    /// <param name="first">The acts of one end towards anybody.</param>
    /// <param name="second">The acts of the other.</param>
    /// <param name="isSameUnit">Whether both are known to sit in the same unit.</param>
    /// <param name="now">The moment on the active clock, in horizons.</param>
    public TieStrength Strength(
        Channel channel, in PairState pair, in PersonState first, in PersonState second, bool isSameUnit, double now)
    {
        var form = StrengthForms.Of(channel);
        return new TieStrength(this[form].Evaluate(PairTerms.Of(form, pair, first, second, isSameUnit, now)).Strength);
    }

    /// <summary>Two independent reasons to act again: either is enough.</summary>
    public static TieStrength Join(TieStrength one, TieStrength other) => new(Either(one.Value, other.Value));

    // In this form 0 adds nothing, 1 stays 1, and rounding never leads above it.
    internal static double Either(double one, double other) => one + (other * (1 - one));
}
