using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Tests.Core.Paths.Evaluation;

/// <summary>The evaluation of introductions by its words alone: every pair of people, every other person between them.</summary>
internal sealed class MeetingOracle
{
    private readonly Dictionary<(string, string), double> _strengths = [];
    private readonly HashSet<(string, string)> _later = [];
    private readonly List<string> _people;

    public MeetingOracle(ContactLog log, LogMoment moment)
    {
        var terms = moment.Terms();
        for (var row = 0; row < log.RowCount; row++)
        {
            var (one, other) = (log.Rows[row].From, log.Rows[row].To);
            if (log.Seconds[row] <= moment.At)
            {
                var strength = StrengthModel.Shipped[StrengthForm.AnyChannel].Evaluate(terms[log.PairOf[row]]).Strength;
                _strengths[(one, other)] = _strengths[(other, one)] = strength;
            }
            else
            {
                _later.UnionWith([(one, other), (other, one)]);
            }
        }

        _people = [.. log.Rows.SelectMany(row => new[] { row.From, row.To }).Distinct()];
    }

    public int CandidateCount => _people.Sum(person => Candidates(person).Count()) / 2;

    public int MetCount => _people.Sum(person => Candidates(person).Count(other => _later.Contains((person, other)))) / 2;

    public double Default => Mean(
        (x, z, y) => _strengths[(x, z)] * _strengths[(z, y)] / (Ties(z).Sum(of => _strengths[(z, of)]) + .1));

    public double AdamicAdar => Mean((_, z, _) => 1 / Math.Log(Ties(z).Count()));

    public double StrongestPath => Mean((x, z, y) => _strengths[(x, z)] * _strengths[(z, y)], Enumerable.Max);

    private double Mean(Func<string, string, string, double> share, Func<IEnumerable<double>, double>? join = null)
    {
        List<double> gains = [];
        foreach (var x in _people)
        {
            var candidates = Candidates(x).ToList();
            var cameTrue = candidates.Select(y => _later.Contains((x, y))).ToList();
            if (cameTrue.Contains(true))
            {
                // What differs by the rounding of a sum only is equal.
                var scores = candidates.Select(
                    y => Math.Round((join ?? Enumerable.Sum)(Between(x, y).Select(z => share(x, z, y))), 9)).ToList();
                gains.Add(Gain(scores, cameTrue));
            }
        }

        return gains.Average();
    }

    private static double Gain(List<double> scores, List<bool> cameTrue)
    {
        var gain = 0.0;
        for (var i = 0; i < scores.Count; i++)
        {
            // The places that one may have among its equals.
            var (above, equal) = (scores.Count(score => score > scores[i]), scores.Count(score => score.Equals(scores[i])));
            gain += cameTrue[i] ? Enumerable.Range(above, equal).Where(place => place < 10).Sum(Discount) / equal : 0;
        }

        return gain / Enumerable.Range(0, Math.Min(10, cameTrue.Count(came => came))).Sum(Discount);
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 2);

    private IEnumerable<string> Ties(string person) => _people.Where(other => _strengths.ContainsKey((person, other)));

    private IEnumerable<string> Between(string x, string y) =>
        _people.Where(z => _strengths.ContainsKey((x, z)) && _strengths.ContainsKey((z, y)));

    private IEnumerable<string> Candidates(string person) => _people.Where(
        other => other != person && !_strengths.ContainsKey((person, other)) && Between(person, other).Any());
}
