using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Strength.Fitting;

/// <summary>What was known of ties at a moment, and which of them acted within one horizon of it.</summary>
internal sealed class FitSample
{
    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The end of the horizon, itself included.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What the formula rests on, for each tie.</summary>
    public required PairTerms[] Pairs { get; init; }

    /// <summary>Whether each of them acted again.</summary>
    public required bool[] ActedAgain { get; init; }

    /// <summary>The two people of each tie, by numbers that are theirs alone.</summary>
    public required (long First, long Second)[] Ends { get; init; }

    /// <summary>How often each of them acted, in the unit of the log.</summary>
    public required double[] Counts { get; init; }

    /// <summary>The same, each halved with every half-life in hours.</summary>
    public required Func<double, double[]> Decayed { get; init; }

    /// <summary>Whether enough ties acted again, and enough did not.</summary>
    public bool HasEnough =>
        Told.ActedAgain >= TieFit.OutcomesMin && Told.PairCount - Told.ActedAgain >= TieFit.OutcomesMin;

    public FitSlice Told => new(At, Until, Pairs.Length, ActedAgain.Count(again => again));

    /// <summary>What a log shows at a moment and a horizon later.</summary>
    /// <param name="log">Contacts of one channel.</param>
    /// <param name="at">The moment, in seconds since 1970; not before the first row.</param>
    /// <param name="horizon">In seconds.</param>
    public static FitSample Of(ContactLog log, double at, double horizon)
    {
        var moment = new LogMoment(log, at, horizon);
        return new FitSample
        {
            At = UnixTime.MomentOf(at),
            Until = UnixTime.MomentOf(at + horizon),
            Pairs = moment.Terms(),
            ActedAgain = moment.ActsAgainBy(at + horizon),
            Ends = [.. log.Ends.Take(moment.PairCount).Select(ends => ((long)ends.First, (long)ends.Second))],
            Counts = SimpleScores.Count(moment),
            Decayed = hours => SimpleScores.Decayed(moment, hours),
        };
    }

    public double[] ForecastsBy(FormConstants constants) => [.. Pairs.Select(pair => constants.Evaluate(pair).Strength)];
}
