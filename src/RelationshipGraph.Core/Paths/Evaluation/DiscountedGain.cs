namespace RelationshipGraph.Paths.Evaluation;

/// <summary>How much of what came true stands at the head of a list, and how far up: nDCG of the first ten places.</summary>
internal static class DiscountedGain
{
    private const int PlaceCount = 10;

    /// <summary>Measures scores, the highest first.</summary>
    /// <remarks>
    /// Equal scores stand in every order with the same chance, and the gain is the expected one: no figure hangs on how people
    /// happen to be numbered.
    /// </remarks>
    /// <returns>0 to 1: the gain over that of the best order. Not a number where nothing came true.</returns>
    public static double Of(long[] scores, bool[] cameTrue)
    {
        var order = (long[])scores.Clone();
        var labels = (bool[])cameTrue.Clone();
        Array.Sort(order, labels);
        var (gain, place) = (0.0, 0);
        for (var end = order.Length; end > 0 && place < PlaceCount;)
        {
            var (start, hits) = (end, 0);
            while (start > 0 && order[start - 1] == order[end - 1])
            {
                start--;
                hits += labels[start] ? 1 : 0;
            }

            var next = Math.Min(PlaceCount, place + end - start);
            gain += hits / (double)(end - start) * Sum(place, next);
            (end, place) = (start, next);
        }

        return gain / Sum(0, Math.Min(PlaceCount, labels.Count(label => label)));
    }

    /// <summary>What hits at all places from one, counted from 0, until before another add up to.</summary>
    private static double Sum(int from, int to)
    {
        var sum = 0.0;
        for (var place = from; place < to; place++)
        {
            sum += 1 / Math.Log2(place + 2);
        }

        return sum;
    }
}
