using CsCheck;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Tests.Core.Strength.Evaluation;

public sealed class RankingTests
{
    [Fact]
    public void Both_figures_agree_with_their_definitions() =>
        Gen.Select(Gen.Int[0, 12].Select(i => i / 4.0), Gen.Bool).List[2, 60]
            .Where(cases => cases.Select(c => c.Item2).Distinct().Count() == 2)
            .Sample(cases =>
            {
                double[] scores = [.. cases.Select(c => c.Item1)];
                bool[] cameTrue = [.. cases.Select(c => c.Item2)];

                var ranking = Ranking.Of(scores, cameTrue);

                Assert.Equal(AveragePrecision(scores, cameTrue), ranking.AveragePrecision, 1e-12);
                Assert.Equal(AreaUnderCurve(scores, cameTrue), ranking.AreaUnderCurve, 1e-12);
            });

    [Fact]
    public void A_perfect_order_is_1_and_a_perfect_forecast_is_0()
    {
        double[] scores = [.9, .1, .8, .2];
        bool[] cameTrue = [true, false, true, false];

        Assert.Equal(new Ranking(1, 1), Ranking.Of(scores, cameTrue));
        Assert.Equal(new Calibration(0, 0), Calibration.Of([1, 0, 1, 0], cameTrue));
    }

    [Fact]
    public void The_error_of_calibration_is_that_of_ten_even_bins()
    {
        // Twelve forecasts: two bins of two, eight of one.
        double[] forecasts = [0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1, 1];
        bool[] cameTrue = [false, true, false, false, false, false, true, true, true, true, true, true];

        var calibration = Calibration.Of(forecasts, cameTrue);

        // |.1 − 1| and |.5 − 0|, then .4 .5 .4 .3 .2 .1 0 0.
        Assert.Equal((.9 + .5 + .4 + .5 + .4 + .3 + .2 + .1) / 12, calibration.Error, 1e-12);
        Assert.Equal(forecasts.Zip(cameTrue, (p, y) => Math.Pow(p - (y ? 1 : 0), 2)).Average(), calibration.Brier, 1e-12);
    }

    /// <summary>At each score: the share that came true above it, weighed with what it adds to what is found.</summary>
    private static double AveragePrecision(double[] scores, bool[] cameTrue)
    {
        var (sum, recallBefore) = (0.0, 0.0);
        foreach (var least in scores.Distinct().OrderDescending())
        {
            var above = Enumerable.Range(0, scores.Length).Where(i => scores[i] >= least).ToList();
            double hits = above.Count(i => cameTrue[i]);
            var recall = hits / cameTrue.Count(y => y);
            sum += (recall - recallBefore) * hits / above.Count;
            recallBefore = recall;
        }

        return sum;
    }

    private static double AreaUnderCurve(double[] scores, bool[] cameTrue) => (
        from i in Enumerable.Range(0, scores.Length)
        where cameTrue[i]
        from j in Enumerable.Range(0, scores.Length)
        where !cameTrue[j]
        select scores[i] > scores[j] ? 1 : scores[i].Equals(scores[j]) ? .5 : 0).Average();
}
