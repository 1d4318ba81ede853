namespace RelationshipGraph.Strength.Fitting;

/// <summary>
/// Finds the constants under which what came true is likeliest, with a normal prior and within bounds: Fisher scoring with halved
/// steps. Deterministic.
/// </summary>
internal static class LogisticRegression
{
    private const int StepsMax = 40;
    private const int HalvingsMax = 20;
    private const double Enough = 1e-9;
    private const double Ridge = 1e-6;

    public static double[] Fit(ILogisticCurve curve, bool[] cameTrue) =>
        Fit(curve, Array.ConvertAll(cameTrue, one => one ? 1.0 : 0));

    /// <param name="curve">The forecasts.</param>
    /// <param name="cameTrue">Of each case 1 or 0; between them where somebody says how likely it is.</param>
    public static double[] Fit(ILogisticCurve curve, double[] cameTrue)
    {
        var start = curve.Start();
        var constants = (double[])start.Clone();
        var loss = LossOf(curve, start, constants, cameTrue);
        for (var step = 0; step < StepsMax; step++)
        {
            var direction = DirectionAt(curve, start, constants, cameTrue);
            var before = loss;
            var length = 1.0;
            for (var halving = 0; halving < HalvingsMax; halving++, length /= 2)
            {
                var next = Moved(curve, constants, direction, length);
                var reached = LossOf(curve, start, next, cameTrue);
                if (reached < loss)
                {
                    (constants, loss) = (next, reached);
                    break;
                }
            }

            if (before - loss <= Enough * Math.Abs(before))
            {
                break;
            }
        }

        return constants;
    }

    /// <summary>The negative logarithm of the likelihood and the prior.</summary>
    private static double LossOf(ILogisticCurve curve, double[] start, double[] constants, double[] cameTrue)
    {
        var odds = curve.OddsOf(constants);
        var loss = 0.0;
        for (var i = 0; i < odds.Length; i++)
        {
            loss += cameTrue[i] switch
            {
                1 => LossOf(-odds[i]),
                0 => LossOf(odds[i]),
                var part => (part * LossOf(-odds[i])) + ((1 - part) * LossOf(odds[i])),
            };
        }

        for (var constant = 0; constant < constants.Length; constant++)
        {
            var shift = (constants[constant] - start[constant]) / curve.SpreadOf(constant);
            loss += shift * shift / 2;
        }

        return loss;
    }

    private static double LossOf(double wrong) =>
        wrong > 0 ? wrong + Math.Log(1 + Math.Exp(-wrong)) : Math.Log(1 + Math.Exp(wrong));

    private static double[] DirectionAt(ILogisticCurve curve, double[] start, double[] constants, double[] cameTrue)
    {
        var (odds, slopes) = (curve.OddsOf(constants), curve.SlopesOf(constants));
        var errors = new double[odds.Length];
        var weights = new double[odds.Length];
        for (var i = 0; i < odds.Length; i++)
        {
            var forecast = FormConstants.Sigma(odds[i]);
            errors[i] = forecast - cameTrue[i];
            weights[i] = forecast * (1 - forecast);
        }

        var count = constants.Length;
        var gradient = new double[count];
        var curvature = new double[count, count];
        for (var a = 0; a < count; a++)
        {
            var precision = 1 / (curve.SpreadOf(a) * curve.SpreadOf(a));
            gradient[a] = Sum(slopes[a], errors) + (precision * (constants[a] - start[a]));
            for (var b = 0; b <= a; b++)
            {
                curvature[a, b] = curvature[b, a] = Sum(slopes[a], slopes[b], weights);
            }

            curvature[a, a] += precision + Ridge;
        }

        HoldAtBounds(curve, constants, gradient, curvature);
        return LinearEquations.Solve(curvature, gradient);
    }

    // What stands at a bound and would go over it stays there, and the others move as if it were no constant.
    private static void HoldAtBounds(ILogisticCurve curve, double[] constants, double[] gradient, double[,] curvature)
    {
        for (var a = 0; a < constants.Length; a++)
        {
            var (min, max) = curve.BoundsOf(a);
            if ((constants[a] > min || gradient[a] < 0) && (constants[a] < max || gradient[a] > 0))
            {
                continue;
            }

            for (var b = 0; b < constants.Length; b++)
            {
                curvature[a, b] = curvature[b, a] = 0;
            }

            (curvature[a, a], gradient[a]) = (1, 0);
        }
    }

    private static double[] Moved(ILogisticCurve curve, double[] constants, double[] direction, double length)
    {
        var next = new double[constants.Length];
        for (var constant = 0; constant < next.Length; constant++)
        {
            var (min, max) = curve.BoundsOf(constant);
            next[constant] = Math.Clamp(constants[constant] - (length * direction[constant]), min, max);
        }

        return next;
    }

    private static double Sum(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static double Sum(double[] one, double[] other, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i] * weights[i];
        }

        return sum;
    }
}
