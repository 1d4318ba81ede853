namespace RelationshipGraph.Strength.Fitting;

/// <summary>The constants of a form as the numbers that are fitted, and what they make of the pairs at hand.</summary>
/// <remarks>
/// First the log odds of an average pair, then a weight for each term, then the logarithms of the four constants of the rhythm.
/// Terms are counted from their mean, so that the level can be held back whatever the weights do.
/// </remarks>
internal sealed class FitSpace : ILogisticCurve
{
    // By which a constant of the rhythm is moved to see what that does.
    private const double Nudge = 1e-4;

    private readonly FormConstants _start;
    private readonly PairTerms[] _pairs;
    private readonly FitTerm[] _terms;
    private readonly double[] _means;
    private readonly double[][] _columns;

    public FitSpace(FormConstants start, PairTerms[] pairs)
    {
        (_start, _pairs, _terms) = (start, pairs, FitTerms.Of(start.Form));
        _columns = [.. _terms.Select(term => ColumnOf(term, start.Rhythm))];
        _means = [.. _columns.Select(column => column.Average())];
        foreach (var (column, mean) in _columns.Zip(_means))
        {
            Shift(column, -mean);
        }
    }

    public int Count => 1 + _terms.Length + 4;

    private int RhythmAt => 1 + _terms.Length;

    /// <summary>The constants as they are before.</summary>
    public double[] Start()
    {
        var weights = _terms.Select(term => FitTerms.WeightOf(term, _start)).ToArray();
        var (rhythm, level) = (_start.Rhythm, _start.Level + weights.Zip(_means, (weight, mean) => weight * mean).Sum());
        return [level, .. weights, Math.Log(rhythm.R), Math.Log(rhythm.Alpha), Math.Log(rhythm.A), Math.Log(rhythm.B)];
    }

    public double SpreadOf(int constant) => constant == 0 ? FitPrior.LevelSpread
        : constant >= RhythmAt ? FitPrior.RhythmSpread
        : _terms[constant - 1] == FitTerm.SameUnit ? FitPrior.LevelSpread
        : FitPrior.WeightSpread;

    public (double Min, double Max) BoundsOf(int constant)
    {
        var start = Start()[constant];
        return constant == 0 || constant >= RhythmAt ? (start - FitPrior.ShiftMax, start + FitPrior.ShiftMax)
            : _terms[constant - 1] switch
            {
                FitTerm.SameUnit => (double.NegativeInfinity, double.PositiveInfinity),
                FitTerm.Silence => (double.NegativeInfinity, 0),
                _ => (0, double.PositiveInfinity),
            };
    }

    public double[] OddsOf(double[] constants)
    {
        var odds = new double[_pairs.Length];
        Array.Fill(odds, constants[0]);
        for (var term = 0; term < _terms.Length; term++)
        {
            Add(odds, constants[1 + term], _terms[term] == FitTerm.Rhythm ? RhythmColumn(constants) : _columns[term]);
        }

        return odds;
    }

    public double[][] SlopesOf(double[] constants)
    {
        var slopes = new double[Count][];
        slopes[0] = new double[_pairs.Length];
        Array.Fill(slopes[0], 1);
        var rhythm = RhythmColumn(constants);
        for (var term = 0; term < _terms.Length; term++)
        {
            slopes[1 + term] = _terms[term] == FitTerm.Rhythm ? rhythm : _columns[term];
        }

        for (var constant = RhythmAt; constant < Count; constant++)
        {
            var nudged = (double[])constants.Clone();
            nudged[constant] += Nudge;
            var weight = constants[1 + Array.IndexOf(_terms, FitTerm.Rhythm)] / Nudge;
            slopes[constant] = [.. RhythmColumn(nudged).Zip(rhythm, (after, before) => (after - before) * weight)];
        }

        return slopes;
    }

    /// <summary>The constants of the form that those numbers are.</summary>
    public FormConstants ConstantsOf(double[] constants)
    {
        var form = _start with { Rhythm = RhythmOf(constants), Level = constants[0] };
        for (var term = 0; term < _terms.Length; term++)
        {
            var weight = constants[1 + term];
            form = FitTerms.With(form, _terms[term], weight) with { Level = form.Level - (weight * _means[term]) };
        }

        return form;
    }

    private RhythmConstants RhythmOf(double[] constants) => new(
        Math.Exp(constants[RhythmAt]),
        Math.Exp(constants[RhythmAt + 1]),
        Math.Exp(constants[RhythmAt + 2]),
        Math.Exp(constants[RhythmAt + 3]));

    private double[] RhythmColumn(double[] constants)
    {
        var column = ColumnOf(FitTerm.Rhythm, RhythmOf(constants));
        Shift(column, -_means[Array.IndexOf(_terms, FitTerm.Rhythm)]);
        return column;
    }

    private double[] ColumnOf(FitTerm term, RhythmConstants rhythm)
    {
        var column = new double[_pairs.Length];
        for (var pair = 0; pair < column.Length; pair++)
        {
            column[pair] = FitTerms.ValueOf(term, rhythm, _pairs[pair]);
        }

        return column;
    }

    private static void Shift(double[] column, double by)
    {
        for (var pair = 0; pair < column.Length; pair++)
        {
            column[pair] += by;
        }
    }

    private static void Add(double[] odds, double weight, double[] column)
    {
        for (var pair = 0; pair < odds.Length; pair++)
        {
            odds[pair] += weight * column[pair];
        }
    }
}
