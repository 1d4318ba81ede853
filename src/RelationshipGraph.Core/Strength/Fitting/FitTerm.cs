namespace RelationshipGraph.Strength.Fitting;

/// <summary>A term of the formula that has a weight.</summary>
internal enum FitTerm : byte
{
    Rhythm,
    Sittings,
    Rows,
    Silence,
    Further,
    SameUnit,
    Busy,
}

/// <summary>The terms of each form: their values, and their weights among the constants.</summary>
internal static class FitTerms
{
    public static FitTerm[] Of(StrengthForm form) => form switch
    {
        StrengthForm.FaceToFace => [FitTerm.Rhythm, FitTerm.Rows, FitTerm.Silence, FitTerm.Further, FitTerm.SameUnit],
        StrengthForm.Event => [FitTerm.Rhythm, FitTerm.Rows, FitTerm.Silence, FitTerm.Further, FitTerm.Busy],
        _ => [FitTerm.Rhythm, FitTerm.Sittings, FitTerm.Rows, FitTerm.Silence],
    };

    public static double ValueOf(FitTerm term, RhythmConstants rhythm, in PairTerms pair) => term switch
    {
        FitTerm.Rhythm => FormConstants.Logit(
            rhythm.Alive(pair.Repeats, pair.LastAfter, pair.Span) * rhythm.Acts(pair.Repeats, pair.Span)),
        FitTerm.Sittings => FormConstants.Log(pair.SittingSum),
        FitTerm.Rows => FormConstants.Log(pair.RowSum),
        FitTerm.Silence => FormConstants.Log(pair.Silence),
        FitTerm.Further => FormConstants.Log(pair.FurtherSum),
        FitTerm.SameUnit => pair.IsSameUnit ? 1 : 0,
        _ => FormConstants.Log(pair.BusySum),
    };

    public static double WeightOf(FitTerm term, FormConstants constants) => term switch
    {
        FitTerm.Rhythm => constants.OnRhythm,
        FitTerm.Sittings => constants.OnSittings,
        FitTerm.Rows => constants.OnRows,
        FitTerm.Silence => constants.OnSilence,
        FitTerm.Further => constants.OnFurther,
        FitTerm.SameUnit => constants.OnSameUnit,
        _ => constants.OnBusy,
    };

    public static FormConstants With(FormConstants constants, FitTerm term, double weight) => term switch
    {
        FitTerm.Rhythm => constants with { OnRhythm = weight },
        FitTerm.Sittings => constants with { OnSittings = weight },
        FitTerm.Rows => constants with { OnRows = weight },
        FitTerm.Silence => constants with { OnSilence = weight },
        FitTerm.Further => constants with { OnFurther = weight },
        FitTerm.SameUnit => constants with { OnSameUnit = weight },
        _ => constants with { OnBusy = weight },
    };
}
