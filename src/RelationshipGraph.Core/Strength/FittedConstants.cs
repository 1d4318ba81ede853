using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>Fitted constants as the store keeps them.</summary>
public static class FittedConstants
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.StrengthFit);

    /// <summary>The constants of a fit.</summary>
    public static FormConstants Of(StrengthFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new FormConstants
        {
            Form = StrengthForms.Of(fit.Form),
            Rhythm = new RhythmConstants(fit.RhythmR, fit.RhythmAlpha, fit.RhythmA, fit.RhythmB),
            Level = fit.Level,
            OnRhythm = fit.OnRhythm,
            OnSittings = fit.OnSittings,
            OnRows = fit.OnRows,
            OnSilence = fit.OnSilence,
            OnFurther = fit.OnFurther,
            OnSameUnit = fit.OnSameUnit,
            OnBusy = fit.OnBusy,
        };
    }

    /// <summary>The same as properties of a fit.</summary>
    public static IReadOnlyList<KeyValuePair<PropertyModel, PropertyValue>> Written(FormConstants constants)
    {
        ArgumentNullException.ThrowIfNull(constants);
        return
        [
            Number("rhythmR", constants.Rhythm.R), Number("rhythmAlpha", constants.Rhythm.Alpha),
            Number("rhythmA", constants.Rhythm.A), Number("rhythmB", constants.Rhythm.B), Number("level", constants.Level),
            Number("onRhythm", constants.OnRhythm), Number("onSittings", constants.OnSittings),
            Number("onRows", constants.OnRows), Number("onSilence", constants.OnSilence),
            Number("onFurther", constants.OnFurther), Number("onSameUnit", constants.OnSameUnit),
            Number("onBusy", constants.OnBusy),
        ];
    }

    /// <summary>The shipped model with the fits that are in force; called by their ids, in the order of their forms.</summary>
    /// <remarks>
    /// A fit for another version of the formula, or with constants that the formula may not have, is passed over. Should two of
    /// one form be in force, that with the greater id counts.
    /// </remarks>
    public static StrengthModel ModelOf(IEnumerable<StrengthFit> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var used = fits
            .Where(fit => fit.IsInForce && fit.Formula == StrengthModel.Version && Of(fit).IsSound)
            .GroupBy(fit => fit.Form)
            .OrderBy(form => form.Key)
            .Select(form => form.MaxBy(fit => fit.Id)!)
            .ToList();
        var name = string.Join('+', used.Select(fit => fit.Id));
        return used.Aggregate(StrengthModel.Shipped, (model, fit) => model.With(name, Of(fit)));
    }

    private static KeyValuePair<PropertyModel, PropertyValue> Number(string name, double value) =>
        new(Model[name], PropertyValue.Of(value));
}
