namespace RelationshipGraph.Model;

/// <summary>Constants of one form of the strength formula, fitted on the store's own contacts, and how they did.</summary>
[Node(RecordKind.StrengthFit, "strengthFits",
    "Constants of one form of the strength formula, fitted on the store's own contacts, and how they did. Those in force that "
    + "everyone may see are used; of one form there is at most one.")]
public sealed record StrengthFit : Node
{
    private const double LevelMax = 1e3;
    private const double WeightMax = 1e2;
    private const double RhythmMin = 1e-6;
    private const double RhythmMax = 1e6;

    [Property("Which form the constants are for.")]
    public required FittedForm Form { get; init; }

    [Property("Whether they are used.")]
    public StrengthFitState State { get; init; } = StrengthFitState.Proposed;

    [Property("The version of the formula that they are for; with another version they are not used.")]
    public required string Formula { get; init; }

    [Property("The UTC day by whose end contacts were read.")]
    public required DateOnly FittedOn { get; init; }

    [Property("The fit that was in force before and comes back when this one is withdrawn; none: the shipped constants.",
        Refers = [RecordKind.StrengthFit])]
    public RecordId? ReplacesId { get; init; }

    [Property("Contacts read.", Min = 0)]
    public long RowCount { get; init; }

    [Property("Ties fitted on: of two people, one channel and one source.", Min = 0)]
    public int PairCount { get; init; }

    [Property("Ties judged on, a horizon later.", Min = 0)]
    public int JudgedPairCount { get; init; }

    [Property("People's corrections of their own ties that were fitted on.", Min = 0)]
    public int CorrectionCount { get; init; }

    [Property("Rhythm: shape of the rates of contact.", Min = RhythmMin, Max = RhythmMax)]
    public required double RhythmR { get; init; }

    [Property("Rhythm: scale of the rates of contact, in horizons.", Min = RhythmMin, Max = RhythmMax)]
    public required double RhythmAlpha { get; init; }

    [Property("Rhythm: ties that end.", Min = RhythmMin, Max = RhythmMax)]
    public required double RhythmA { get; init; }

    [Property("Rhythm: ties that last.", Min = RhythmMin, Max = RhythmMax)]
    public required double RhythmB { get; init; }

    [Property("The log odds of a tie whose terms are all 0.", Min = -LevelMax, Max = LevelMax)]
    public required double Level { get; init; }

    [Property("Weight of the log odds of a contact by the tie's own rhythm.", Min = 0, Max = WeightMax)]
    public double OnRhythm { get; init; }

    [Property("Weight of the logarithm of the decayed sum of sittings.", Min = 0, Max = WeightMax)]
    public double OnSittings { get; init; }

    [Property("Weight of the logarithm of the decayed sum of contacts.", Min = 0, Max = WeightMax)]
    public double OnRows { get; init; }

    [Property("Weight of the logarithm of the quieter end's silence.", Min = -WeightMax, Max = 0)]
    public double OnSilence { get; init; }

    [Property("Weight of the logarithm of the form's further sum.", Min = 0, Max = WeightMax)]
    public double OnFurther { get; init; }

    [Property("What working at the same company adds to the log odds.", Min = -WeightMax, Max = WeightMax)]
    public double OnSameUnit { get; init; }

    [Property("Weight of the logarithm of the busier end's acts.", Min = 0, Max = WeightMax)]
    public double OnBusy { get; init; }

    [Property("How everything did on the ties judged on.")]
    public ValueList<FitScore> Scores { get; init; } = [];

    [Property("By how much average precision rose on the ties judged on, from the constants in force before.",
        Min = -1, Max = 1)]
    public double? PrecisionGain { get; init; }

    [Property("By how much it rose at least, in nine of ten draws of people.", Min = -1, Max = 1)]
    public double? PrecisionGainLow { get; init; }

    [Property("Why the constants did not come into force when they were fitted; none where they did.")]
    public FitRefusal? Refusal { get; init; }

    /// <summary>
    /// Whether strengths are worked out with it: what not everyone may see must not show in what everyone sees.
    /// </summary>
    public bool IsInForce => State == StrengthFitState.InForce && Visibility == Visibility.Everyone;
}
