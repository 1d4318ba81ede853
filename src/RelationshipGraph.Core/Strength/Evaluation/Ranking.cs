namespace RelationshipGraph.Strength.Evaluation;

/// <summary>
/// How well scores put what came true before what did not. Equal scores are one step: no order among them counts.
/// </summary>
/// <param name="AveragePrecision">Average precision, 0 to 1.</param>
/// <param name="AreaUnderCurve">Area under the ROC curve, 0 to 1.</param>
public readonly record struct Ranking(double AveragePrecision, double AreaUnderCurve)
{
    /// <summary>Measures scores. Both figures are not a number where nothing or everything came true.</summary>
    internal static Ranking Of(double[] scores, bool[] cameTrue)
    {
        var order = (double[])scores.Clone();
        var labels = (bool[])cameTrue.Clone();
        Array.Sort(order, labels);
        double positives = labels.Count(label => label);
        var negatives = labels.Length - positives;
        var (found, seen, precision, pairsWon) = (0.0, 0.0, 0.0, 0.0);
        for (var end = labels.Length; end > 0;)
        {
            var start = end;
            var hits = 0;
            while (start > 0 && order[start - 1].Equals(order[end - 1]))
            {
                start--;
                hits += labels[start] ? 1 : 0;
            }

            var misses = end - start - hits;
            found += hits;
            seen += end - start;
            precision += hits / positives * (found / seen);
            // A positive wins against each negative with a lower score, and half against an equal one.
            pairsWon += hits * (negatives - (seen - found) + (misses / 2.0));
            end = start;
        }

        return new Ranking(precision, pairsWon / (positives * negatives));
    }
}
