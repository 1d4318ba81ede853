using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Upkeep;

/// <summary>Holds the full-text index against the texts it was made from, without writing and without sorting either.</summary>
/// <remarks>
/// Both are read as pairs of a word and a node. The sums of the pairs' hashes are equal if the pairs are; if they are not, equal
/// sums are as likely as one in 2^64.
/// </remarks>
internal static class SearchIndexCheck
{
    // The index cuts longer words.
    private const int WordBytesMax = 32_768;
    private const ulong FnvOffset = 14_695_981_039_346_656_037;
    private const ulong FnvPrime = 1_099_511_628_211;

    public static bool Fits(Connection connection)
    {
        connection.Run("CREATE VIRTUAL TABLE temp.search_pairs USING fts5vocab('main', 'search_index', 'instance')");
        try
        {
            return SumOfIndex(connection) == SumOfTexts(connection);
        }
        finally
        {
            connection.Run("DROP TABLE temp.search_pairs");
        }
    }

    private static ulong SumOfIndex(Connection connection)
    {
        var sum = 0UL;
        using var statement = connection.Prepare("SELECT term, doc FROM temp.search_pairs");
        while (statement.Step())
        {
            sum = unchecked(sum + HashOf(statement.Bytes(0), statement.Integer(1)));
        }

        return sum;
    }

    private static ulong SumOfTexts(Connection connection)
    {
        var sum = 0UL;
        using var statement = connection.Prepare("SELECT words, id FROM search_text");
        while (statement.Step())
        {
            var words = statement.Bytes(0);
            var id = statement.Integer(1);
            foreach (var word in words.Split((byte)' '))
            {
                if (!words[word].IsEmpty)
                {
                    sum = unchecked(sum + HashOf(words[word], id));
                }
            }
        }

        return sum;
    }

    private static ulong HashOf(ReadOnlySpan<byte> word, long node)
    {
        unchecked
        {
            var hash = (FnvOffset ^ (ulong)node) * FnvPrime;
            foreach (var letter in word[..Math.Min(word.Length, WordBytesMax)])
            {
                hash = (hash ^ letter) * FnvPrime;
            }

            // What differs in few bits must not differ in few bits of the sum.
            return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
        }
    }
}
