namespace RelationshipGraph.Strength.Evaluation;

/// <summary>The simple scores that a model has to beat, for each pair seen by a moment.</summary>
internal static class SimpleScores
{
    /// <summary>The half-lives that are tried, in hours.</summary>
    public static readonly IReadOnlyList<double> HalfLivesHours =
        [.25, 1, 3, 12, 24, 72, 168, 336, 720, 1440, 2160, 4320, 8760, 17520];

    /// <summary>The sum of weights.</summary>
    public static double[] Count(LogMoment moment)
    {
        var scores = new double[moment.PairCount];
        for (var row = 0; row < moment.RowCount; row++)
        {
            scores[moment.Log.PairOf[row]] += moment.Log.Rows[row].Weight;
        }

        return scores;
    }

    /// <summary>The time of the last contact.</summary>
    public static double[] Recency(LogMoment moment)
    {
        var scores = new double[moment.PairCount];
        for (var row = 0; row < moment.RowCount; row++)
        {
            scores[moment.Log.PairOf[row]] = moment.Log.Seconds[row];
        }

        return scores;
    }

    /// <summary>The sum of weights, each halved with every half-life.</summary>
    public static double[] Decayed(LogMoment moment, double halfLifeHours)
    {
        const double SecondsAnHour = 3600;
        var scores = new double[moment.PairCount];
        for (var row = 0; row < moment.RowCount; row++)
        {
            var age = moment.At - moment.Log.Seconds[row];
            scores[moment.Log.PairOf[row]] +=
                moment.Log.Rows[row].Weight * Math.Pow(2, -age / (halfLifeHours * SecondsAnHour));
        }

        return scores;
    }

    /// <summary>The half-life that ranks best what happened between two moments.</summary>
    /// <returns>In hours; of equally good ones the shortest.</returns>
    public static double BestHalfLife(LogMoment moment, double until) =>
        BestHalfLife(hours => Decayed(moment, hours), moment.ActsAgainBy(until));

    /// <summary>The half-life that ranks best what came true.</summary>
    /// <param name="decayed">The decayed sums by a half-life in hours.</param>
    /// <param name="cameTrue">What came true.</param>
    /// <returns>In hours; of equally good ones the shortest.</returns>
    public static double BestHalfLife(Func<double, double[]> decayed, bool[] cameTrue) =>
        HalfLivesHours.MaxBy(hours => Ranking.Of(decayed(hours), cameTrue).AveragePrecision);
}
