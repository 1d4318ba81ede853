using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>What questions are made of: ids of seen records, of hidden ones and of nothing, and words of all of them.</summary>
internal sealed class Vocabulary
{
    private readonly Random _random;
    private readonly RecordIds _ids;
    private readonly ILookup<RecordKind, RecordId> _seen;
    private readonly ILookup<RecordKind, RecordId> _hidden;
    private readonly string[] _names;

    public Vocabulary(WorldPair pair, Random random)
    {
        _random = random;
        _ids = new RecordIds(Some.TimeAt(Some.Now.AddHours(1)), new Random(pair.Seed));
        _seen = pair.Seen.Select(record => record.Id).ToLookup(id => id.Kind);
        _hidden = pair.Hidden.Select(record => record.Id).Distinct().ToLookup(id => id.Kind);
        _names = [.. pair.Seen.Concat(pair.Hidden)
            .Select(record => GraphModel.Of(record.Id).NameProperty?.Get(record) is { IsNothing: false } name ? name.Text : null)
            .OfType<string>()
            .Where(name => name.Length < 100)
            .DefaultIfEmpty("Nord")];
    }

    public Random Random => _random;

    /// <summary>Cursors that were answered to the viewer.</summary>
    public List<string> Cursors { get; } = [];

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>An id of the kind: of a record that is seen, of a hidden one, or of nothing.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="seenPercent">How often it is one that is seen, where there is one.</param>
    public RecordId IdOf(RecordKind kind, int seenPercent = 60)
    {
        var seen = _seen[kind].ToList();
        var hidden = _hidden[kind].ToList();
        return _random.Next(100) switch
        {
            var chance when chance < seenPercent && seen.Count > 0 => Pick(seen),
            < 95 when hidden.Count > 0 => Pick(hidden),
            _ => _ids.Next(kind),
        };
    }

    /// <summary>An id of any kind.</summary>
    public RecordId Id() => IdOf(Pick(GraphModel.Kinds).Kind);

    /// <summary>A whole name, or the beginning of one of its words.</summary>
    public string Words()
    {
        var name = Pick(_names);
        var tokens = SearchText.Tokens(name);
        if (Chance(40) || tokens.Count == 0)
        {
            return name;
        }

        var token = Pick(tokens);
        return token.Length > 3 && Chance(50) ? token[..^1] : token;
    }

    public string Day() => new DateOnly(2025, 12, 18).AddDays(_random.Next(44)).ToString("O");
}
