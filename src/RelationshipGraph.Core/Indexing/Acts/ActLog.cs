using System.Collections.Immutable;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Indexing;

/// <summary>Who was in contact with whom and when, by the two people; immutable, for any number of readers.</summary>
/// <remarks>
/// Strengths are worked out from the contacts themselves, so that they depend on what is written down and on the day, and on
/// nothing else: not on the order in which it became known, nor on when anybody asked before.
/// </remarks>
internal sealed class ActLog
{
    public static readonly ActLog Empty = new(ActArrays.Empty, [], new(), [], [], []);

    private readonly ActArrays _arrays;
    private readonly ImmutableDictionary<int, ActRow[]> _changed;
    private readonly GrowingTable<Strand> _strands;
    private readonly ImmutableDictionary<int, ImmutableList<int>> _added;

    /// <param name="arrays">What was laid out.</param>
    /// <param name="changed">The rows of strands that changed since, or came since.</param>
    /// <param name="strands">All strands.</param>
    /// <param name="added">Strands that came since, by person.</param>
    /// <param name="sources">The sources by number.</param>
    /// <param name="hidden">People whom not everyone may see.</param>
    public ActLog(
        ActArrays arrays, ImmutableDictionary<int, ActRow[]> changed, GrowingTable<Strand> strands,
        ImmutableDictionary<int, ImmutableList<int>> added, IReadOnlyList<ActSource> sources,
        ImmutableHashSet<int> hidden)
    {
        (_arrays, _changed, _strands, _added) = (arrays, changed, strands, added);
        (StrandCount, Sources, Hidden) = (strands.Count, sources, hidden);
    }

    public int StrandCount { get; }

    public bool IsEmpty => StrandCount == 0;

    /// <summary>The sources by number.</summary>
    public IReadOnlyList<ActSource> Sources { get; }

    /// <summary>People whom not everyone may see.</summary>
    public ImmutableHashSet<int> Hidden { get; }

    public ref readonly Strand this[int strand] => ref _strands[strand];

    /// <summary>The contacts of a strand, the oldest first.</summary>
    public ReadOnlySpan<ActRow> RowsOf(int strand) =>
        _changed.TryGetValue(strand, out var rows) ? rows : _arrays.RowsOf(strand);

    /// <summary>The contacts of a strand until a moment, the oldest first.</summary>
    public ReadOnlySpan<ActRow> RowsOf(int strand, long before)
    {
        var rows = RowsOf(strand);
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = rows[middle].At < before ? (middle + 1, high) : (low, middle);
        }

        return rows[..low];
    }

    /// <summary>The strands that a person is an end of.</summary>
    public IEnumerable<int> StrandsOf(int person)
    {
        for (var i = _arrays.FirstOf(person); i < _arrays.FirstOf(person + 1); i++)
        {
            yield return _arrays.StrandAt(i);
        }

        if (_added.TryGetValue(person, out var added))
        {
            foreach (var strand in added)
            {
                yield return strand;
            }
        }
    }

    /// <summary>The strands of two people.</summary>
    public IEnumerable<int> StrandsOf(int person, int other)
    {
        // From the end that has fewer.
        var (few, many) = CountOf(person) <= CountOf(other) ? (person, other) : (other, person);
        return StrandsOf(few).Where(strand => this[strand].Other(few) == many);
    }

    /// <summary>Whether everyone may see the contacts of a strand and both people.</summary>
    public bool IsPublic(in Strand strand) =>
        strand.Access == 0 && (Hidden.IsEmpty || (!Hidden.Contains(strand.A) && !Hidden.Contains(strand.B)));

    private int CountOf(int person) =>
        _arrays.FirstOf(person + 1) - _arrays.FirstOf(person) + (_added.TryGetValue(person, out var added) ? added.Count : 0);
}

/// <summary>Where contacts were noted.</summary>
/// <param name="Name">Its name; empty for what was entered here and for meetings.</param>
/// <param name="Activity">How many of its contacts everyone may see, by time.</param>
internal sealed record ActSource(string Name, SourceActivity Activity);
