using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;
using RelationshipGraph.Strength.Fitting;

namespace RelationshipGraph.Tests.Core.Strength.Fitting;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void The_constants_that_made_the_data_are_found_again()
    {
        var random = new Random(5);
        var scores = Enumerable.Range(0, 20_000).Select(_ => (random.NextDouble() * 4) - 2).ToArray();
        var cameTrue = scores.Select(score => random.NextDouble() < 1 / (1 + Math.Exp(1.5 - (2 * score)))).ToArray();

        var constants = LogisticRegression.Fit(new ScoreCurve(scores), cameTrue);

        Assert.Equal(-1.5, constants[0], .1);
        Assert.Equal(2, constants[1], .1);
    }

    [Fact]
    public void At_the_best_constants_forecasts_and_outcomes_have_the_same_sum()
    {
        double[] scores = [-2, -1, 0, 1, 2, 3];
        bool[] cameTrue = [false, true, false, false, true, true];
        var curve = new ScoreCurve(scores);

        var forecasts = curve.OddsOf(LogisticRegression.Fit(curve, cameTrue)).Select(odds => 1 / (1 + Math.Exp(-odds))).ToList();

        Assert.Equal(3, forecasts.Sum(), 1e-4);
        Assert.Equal(4, forecasts.Zip(scores, (p, x) => p * x).Sum(), 1e-4);
    }

    [Fact]
    public void What_is_half_true_counts_as_two_cases_of_which_one_is()
    {
        double[] scores = [-2, -1, 0, 1, 2];
        var twice = LogisticRegression.Fit(
            new ScoreCurve([.. scores, .. scores]), [false, true, false, true, true, false, false, false, false, true]);

        var halves = LogisticRegression.Fit(new ScoreCurve(scores), [0, .5, 0, .5, 1]);

        Assert.Equal(twice[0], halves[0], 1e-3);
        Assert.Equal(twice[1], halves[1], 1e-3);
    }

    [Fact]
    public void What_can_be_told_apart_perfectly_stops_at_the_bounds()
    {
        var constants = LogisticRegression.Fit(new ScoreCurve([-1, -1, 1, 1]), [false, false, true, true]);

        Assert.All(constants, constant => Assert.InRange(constant, -30, 30));
        Assert.True(constants[1] > 5);
    }

    [Fact]
    public void What_a_bound_holds_back_the_others_make_good()
    {
        // The second constant would go to 2; held at .5, the first is at its best where forecasts and outcomes have the same sum.
        var random = new Random(9);
        var scores = Enumerable.Range(0, 5_000).Select(_ => 3 + random.NextDouble()).ToArray();
        var cameTrue = scores.Select(score => random.NextDouble() < 1 / (1 + Math.Exp(7 - (2 * score)))).ToArray();
        var curve = new HeldCurve(new ScoreCurve(scores));

        var constants = LogisticRegression.Fit(curve, cameTrue);

        Assert.Equal(HeldCurve.Most, constants[1]);
        Assert.Equal(cameTrue.Count(y => y), curve.OddsOf(constants).Sum(odds => 1 / (1 + Math.Exp(-odds))), .01);
    }

    [Theory]
    [InlineData(StrengthForm.AnyChannel)]
    [InlineData(StrengthForm.FaceToFace)]
    [InlineData(StrengthForm.Event)]
    public void The_numbers_that_are_fitted_are_the_formula(StrengthForm form)
    {
        var (shipped, space, pairs) = SpaceOf(form);
        var moved = space.Start().Select((constant, i) => constant + (.01 * (i + 1))).ToArray();
        moved[Array.IndexOf(FitTerms.Of(form), FitTerm.Silence) + 1] = -.05;

        foreach (var constants in (double[][])[space.Start(), moved])
        {
            var form1 = space.ConstantsOf(constants);
            var odds = space.OddsOf(constants);

            Assert.All(pairs.Zip(odds), pair => Assert.Equal(
                form1.Evaluate(pair.First).Strength, 1 / (1 + Math.Exp(-pair.Second)), 1e-12));
        }

        var back = space.ConstantsOf(space.Start());
        Assert.Equal(shipped.Level, back.Level, 1e-12);
        Assert.Equal(shipped.Rhythm.Alpha, back.Rhythm.Alpha, 1e-12);
        Assert.Equal(shipped.OnRows, back.OnRows);
    }

    [Theory]
    [InlineData(StrengthForm.AnyChannel)]
    [InlineData(StrengthForm.FaceToFace)]
    [InlineData(StrengthForm.Event)]
    public void The_slopes_are_what_a_small_step_changes(StrengthForm form)
    {
        const double Step = 1e-5;
        var (_, space, pairs) = SpaceOf(form);
        var start = space.Start();
        var slopes = space.SlopesOf(start);
        for (var constant = 0; constant < space.Count; constant++)
        {
            var (up, down) = ((double[])start.Clone(), (double[])start.Clone());
            up[constant] += Step;
            down[constant] -= Step;
            var (after, before) = (space.OddsOf(up), space.OddsOf(down));

            Assert.All(Enumerable.Range(0, pairs.Length), pair => Assert.Equal(
                (after[pair] - before[pair]) / (2 * Step), slopes[constant][pair], 1e-3));
        }
    }

    private static (FormConstants Shipped, FitSpace Space, PairTerms[] Pairs) SpaceOf(StrengthForm form)
    {
        var log = MadeUpLogs.Log(MadeUpLogs.Contacts(seed: 6, 300, everyDays: 20, lifeDays: 90), form);
        var horizon = StrengthModel.Shipped.Horizon.TotalSeconds;
        var pairs = new LogMoment(log, log.Seconds[^1], horizon).Terms();
        var shipped = StrengthModel.Shipped[form];
        return (shipped, new FitSpace(shipped, pairs), pairs);
    }

    private sealed class HeldCurve(ScoreCurve free) : ILogisticCurve
    {
        public const double Most = .5;

        public int Count => free.Count;

        public double[] Start() => free.Start();

        public double SpreadOf(int constant) => free.SpreadOf(constant);

        public (double Min, double Max) BoundsOf(int constant) => constant == 1 ? (0, Most) : free.BoundsOf(constant);

        public double[] OddsOf(double[] constants) => free.OddsOf(constants);

        public double[][] SlopesOf(double[] constants) => free.SlopesOf(constants);
    }
}
