namespace RelationshipGraph.Strength.Fitting;

/// <summary>A forecast from one score: a logistic curve, so that simple scores can be held against probabilities.</summary>
internal sealed class ScoreCurve(double[] scores) : ILogisticCurve
{
    public int Count => 2;

    public double[] Start() => [0, 0];

    public double SpreadOf(int constant) => double.PositiveInfinity;

    public (double Min, double Max) BoundsOf(int constant) => (-30, 30);

    public double[] OddsOf(double[] constants) => [.. scores.Select(score => constants[0] + (constants[1] * score))];

    public double[][] SlopesOf(double[] constants) => [[.. scores.Select(_ => 1.0)], scores];
}
