namespace RelationshipGraph.Strength.Fitting;

/// <summary>How constants were fitted on a log, how they did on a later slice of it, and what was therefore chosen.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Before">The constants that were there.</param>
/// <param name="Fitted">The constants that were found; null where nothing was fitted.</param>
public sealed record FitReport(FitVerdict Verdict, FormConstants Before, FormConstants? Fitted)
{
    /// <summary>What the constants were fitted on; null where nothing was fitted.</summary>
    public FitSlice? FittedOn { get; init; }

    /// <summary>What they were judged on; null where nothing was fitted.</summary>
    public FitSlice? JudgedOn { get; init; }

    /// <summary>
    /// How everything did on the later slice: <c>count</c>, <c>recency</c> and <c>decayed</c> with a logistic curve fitted on the
    /// earlier one, <c>before</c> and <c>fitted</c>; <c>shipped</c> where the fit started there and others were in force. Empty
    /// where nothing was fitted.
    /// </summary>
    public IReadOnlyDictionary<string, ForecastScore> Scores { get; init; } = new Dictionary<string, ForecastScore>();

    /// <summary>By how much the order became better; null where nothing was fitted.</summary>
    public FitGain? Gain { get; init; }

    /// <summary>Corrections that were fitted on.</summary>
    public int CorrectionCount { get; init; }

    /// <summary>Whether the level became better.</summary>
    public bool IsLevelBetter =>
        Scores.TryGetValue("fitted", out var fitted) && FitGate.IsLevelBetter(fitted, Scores["before"]);

    /// <summary>Whether the order became better by more than chance.</summary>
    public bool IsOrderBetter => Gain is { } gain && FitGate.IsOrderBetter(gain);

    /// <summary>The constants to go on with.</summary>
    public FormConstants Chosen => Verdict == FitVerdict.Accepted ? Fitted! : Before;
}
