namespace RelationshipGraph.Strength;

/// <summary>The constants that the product comes with: fitted on public logs, each before its cutoff.</summary>
internal static class ShippedConstants
{
    private static readonly RhythmConstants Rhythm = new(.5, .13, .5, .7);

    public static readonly FormConstants AnyChannel = new()
    {
        Form = StrengthForm.AnyChannel,
        Rhythm = Rhythm,
        Level = -1.36,
        OnRhythm = .22,
        OnSittings = .38,
        OnRows = .29,
        OnSilence = -.15,
    };

    public static readonly FormConstants FaceToFace = new()
    {
        Form = StrengthForm.FaceToFace,
        Rhythm = Rhythm,
        Level = -2.57,
        OnRhythm = .09,
        OnRows = .10,
        OnSilence = -.14,
        OnFurther = .91,
        OnSameUnit = 1.23,
    };

    public static readonly FormConstants Event = new()
    {
        Form = StrengthForm.Event,
        Rhythm = Rhythm,
        Level = -1.59,
        OnRhythm = .18,
        OnRows = .23,
        OnSilence = -.115,
        OnFurther = .45,
        OnBusy = .40,
    };
}
