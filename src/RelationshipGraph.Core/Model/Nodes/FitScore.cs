namespace RelationshipGraph.Model;

/// <summary>How well one way of forecasting did on contacts that came after those it was fitted on.</summary>
public sealed record FitScore
{
    [Property("What forecast.")]
    public required ScoredBy By { get; init; }

    [Property("Average precision: how well ties that acted again came first. More is better.")]
    public required Share AveragePrecision { get; init; }

    [Property("Brier score: the mean squared difference of forecast and outcome. Less is better.")]
    public required Share Brier { get; init; }

    [Property("Expected calibration error: the mean difference of forecast and share over ten bins. Less is better.")]
    public required Share CalibrationError { get; init; }
}
