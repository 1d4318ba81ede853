using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Statements;

/// <summary>
/// Few statements of many that hold all that there is to check: every stretch of words that any of them has stands in one that is
/// chosen.
/// </summary>
/// <remarks>
/// The parser takes a quarter of a second for a statement, and there are some thousand shapes of them. What only shows in a whole
/// statement, such as a variable that is not there, the server itself tells when it runs the contract.
/// </remarks>
internal static class StatementChoice
{
    private const int StretchWords = 3;

    // Of a statement beside its words: as much as so many.
    private const int StatementWords = 20;

    public static List<CypherStep> Of(IEnumerable<CypherStep> statements)
    {
        var shapes = statements.GroupBy(step => CypherShape.Of(step.Text), StringComparer.Ordinal)
            .OrderBy(shape => shape.Key, StringComparer.Ordinal)
            .Select(shape => new Shape(shape.Key, shape.MinBy(step => step.Text, StringComparer.Ordinal)!))
            .ToList();
        var holders = shapes.SelectMany(shape => shape.Stretches.Select(stretch => (shape, stretch)))
            .ToLookup(one => one.stretch, one => one.shape, StringComparer.Ordinal);
        var held = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<CypherStep>();
        while (shapes.MaxBy(shape => shape.Worth) is { Missing: > 0 } best)
        {
            chosen.Add(best.Step);
            foreach (var holder in best.Stretches.Where(held.Add).SelectMany(stretch => holders[stretch]))
            {
                holder.Missing--;
            }
        }

        return chosen;
    }

    /// <summary>The stretches of a shape.</summary>
    public static IEnumerable<string> StretchesOf(string shape)
    {
        var words = CypherShape.WordsOf(shape);
        for (var at = 0; at <= Math.Max(0, words.Length - StretchWords); at++)
        {
            yield return string.Join(' ', words, at, Math.Min(StretchWords, words.Length));
        }
    }

    private sealed class Shape
    {
        private readonly int _cost;

        public Shape(string text, CypherStep step)
        {
            Step = step;
            Stretches = [.. StretchesOf(text)];
            Missing = Stretches.Count;
            _cost = StatementWords + CypherShape.WordsOf(text).Length;
        }

        public CypherStep Step { get; }

        public HashSet<string> Stretches { get; }

        /// <summary>How many of its stretches are in no statement that is chosen.</summary>
        public int Missing { get; set; }

        public double Worth => Missing / (double)_cost;
    }
}
