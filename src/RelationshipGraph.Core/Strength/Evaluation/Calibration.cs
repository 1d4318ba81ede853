namespace RelationshipGraph.Strength.Evaluation;

/// <summary>How near forecasts are to what came true.</summary>
/// <param name="Brier">Mean squared difference, 0 to 1; less is better.</param>
/// <param name="Error">
/// Expected calibration error: over ten bins with equally many forecasts, the mean difference of forecast and share; 0 to 1.
/// </param>
public readonly record struct Calibration(double Brier, double Error)
{
    private const int BinCount = 10;

    internal static Calibration Of(double[] forecasts, bool[] cameTrue)
    {
        var order = (double[])forecasts.Clone();
        var labels = (bool[])cameTrue.Clone();
        Array.Sort(order, labels);
        var (squares, error) = (0.0, 0.0);
        var start = 0;
        for (var bin = 0; bin < BinCount; bin++)
        {
            // The first bins take one more each, as long as there is a rest.
            var end = start + (order.Length / BinCount) + (bin < order.Length % BinCount ? 1 : 0);
            var excess = 0.0;
            for (; start < end; start++)
            {
                var difference = order[start] - (labels[start] ? 1 : 0);
                excess += difference;
                squares += difference * difference;
            }

            error += Math.Abs(excess);
        }

        return new Calibration(squares / order.Length, error / order.Length);
    }
}
