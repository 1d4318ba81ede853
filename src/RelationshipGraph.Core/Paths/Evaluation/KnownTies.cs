using RelationshipGraph.Strength;
using RelationshipGraph.Strength.Evaluation;

namespace RelationshipGraph.Paths.Evaluation;

/// <summary>The ties that a log shows by a moment, as a graph with the strength of each.</summary>
internal sealed class KnownTies
{
    private readonly int[] _starts;
    private readonly KnownTie[] _ties;
    private readonly long[] _own;

    /// <param name="moment">What is known.</param>
    /// <param name="constants">What strengths are worked out by.</param>
    public KnownTies(LogMoment moment, FormConstants constants)
    {
        var (terms, ends) = (moment.Terms(), moment.Log.Ends);
        _starts = new int[moment.Log.PersonCount + 1];
        _own = new long[moment.Log.PersonCount];
        _ties = new KnownTie[2 * terms.Length];
        for (var pair = 0; pair < terms.Length; pair++)
        {
            _starts[ends[pair].First + 1]++;
            _starts[ends[pair].Second + 1]++;
        }

        for (var person = 0; person < _own.Length; person++)
        {
            _starts[person + 1] += _starts[person];
        }

        var next = _starts.AsSpan(0, _own.Length).ToArray();
        for (var pair = 0; pair < terms.Length; pair++)
        {
            var (first, second) = ends[pair];
            var strength = constants.Evaluate(terms[pair]).Strength;
            _ties[next[first]++] = new KnownTie(second, strength);
            _ties[next[second]++] = new KnownTie(first, strength);
            _own[first] += FixedPoint.Of(strength);
            _own[second] += FixedPoint.Of(strength);
        }
    }

    public int PersonCount => _own.Length;

    public ReadOnlySpan<KnownTie> Of(int person) => _ties.AsSpan(_starts[person].._starts[person + 1]);

    /// <summary>All strengths of a person together, in <see cref="FixedPoint"/>.</summary>
    public long OwnOf(int person) => _own[person];
}
