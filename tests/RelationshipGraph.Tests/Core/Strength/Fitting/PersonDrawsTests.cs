using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Strength.Fitting;

public sealed class PersonDrawsTests
{
    private const int Draws = 200;

    [Fact]
    public void The_same_forecasts_gain_nothing_in_any_draw()
    {
        var sample = SampleOf(seed: 1, pairs: 300);
        var forecasts = Scored(sample, noise: .5, seed: 2);

        Assert.Equal(0, PersonDraws.GainAt(sample, forecasts, [.. forecasts.Select(one => one / 2)], Draws, .1, 1));
    }

    [Fact]
    public void Better_forecasts_gain_in_nearly_every_draw_and_equally_good_ones_do_not()
    {
        var sample = SampleOf(seed: 3, pairs: 2_000);
        var (good, bad, other) = (Scored(sample, .3, 4), Scored(sample, 3, 5), Scored(sample, 3, 6));

        Assert.True(PersonDraws.GainAt(sample, good, bad, Draws, .1, 1) > .1);
        Assert.True(PersonDraws.GainAt(sample, bad, good, Draws, .1, 1) < -.1);
        Assert.False(PersonDraws.GainAt(sample, bad, other, Draws, .1, 1) > 0
            && PersonDraws.GainAt(sample, other, bad, Draws, .1, 1) > 0);
    }

    [Fact]
    public void The_order_of_ties_and_the_names_of_nobody_else_play_no_part()
    {
        var sample = SampleOf(seed: 7, pairs: 500);
        var (one, other) = (Scored(sample, .5, 8), Scored(sample, 1, 9));
        var order = Enumerable.Range(0, sample.Pairs.Length).ToArray();
        new Random(10).Shuffle(order);
        var shuffled = Of(
            [.. order.Select(i => sample.Ends[i])], [.. order.Select(i => sample.ActedAgain[i])]);

        Assert.Equal(
            PersonDraws.GainAt(sample, one, other, Draws, .1, 1),
            PersonDraws.GainAt(
                shuffled, [.. order.Select(i => one[i])], [.. order.Select(i => other[i])], Draws, .1, 1),
            1e-12);
    }

    [Fact]
    public void A_single_draw_with_everybody_once_is_the_precision_itself()
    {
        // With one pair of people to each tie and scores far apart, what is drawn is a weighting of the same order.
        bool[] cameTrue = [true, false, true, false, false, true];
        double[] scores = [6, 5, 4, 3, 2, 1];
        var sample = Of([.. cameTrue.Select((_, i) => (2L * i, (2L * i) + 1))], cameTrue);
        double[] worst = [1, 2, 3, 4, 5, 6];

        var gains = Enumerable.Range(1, 400)
            .Select(seed => PersonDraws.GainAt(sample, scores, worst, 1, 0, (ulong)seed)).ToList();

        var gain = Ranking.Of(scores, cameTrue).AveragePrecision - Ranking.Of(worst, cameTrue).AveragePrecision;
        Assert.InRange(gains.Average(), gain - .1, gain + .1);
    }

    private static FitSample SampleOf(int seed, int pairs)
    {
        var random = new Random(seed);
        return Of(
            [.. Enumerable.Range(0, pairs).Select(_ => ((long)random.Next(80), 80 + (long)random.Next(80)))],
            [.. Enumerable.Range(0, pairs).Select(_ => random.Next(5) == 0)]);
    }

    private static double[] Scored(FitSample sample, double noise, int seed)
    {
        var random = new Random(seed);
        return [.. sample.ActedAgain.Select(again => (again ? 1 : 0) + (noise * random.NextDouble()))];
    }

    private static FitSample Of((long, long)[] ends, bool[] actedAgain) => new()
    {
        At = MadeUpLogs.Begin,
        Until = MadeUpLogs.Begin.AddDays(90),
        Pairs = new PairTerms[ends.Length],
        ActedAgain = actedAgain,
        Ends = ends,
        Counts = new double[ends.Length],
        Decayed = _ => new double[ends.Length],
    };
}
