using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Finds nodes by their texts: the full-text index brings candidates, the stored words decide.</summary>
internal static class SearchReading
{
    // The index cuts longer words in pieces.
    private const int WordMax = 200;

    // The kinds, the words and the place are parameters: there is one statement for each sort of viewer.
    private const string Begin =
        $"CALL db.index.fulltext.queryNodes('{KindStorage.SearchIndex}', $v.phrase) YIELD node AS n "
        + "WITH n WHERE any(label IN labels(n) WHERE label IN $v.labels) AND ";

    private const string End =
        " WITH n LIMIT $most WITH collect(n) AS found CALL (found) { UNWIND found AS n "
        + $"WITH n, CASE WHEN n.{KindStorage.SearchName} = $v.name THEN 0 ELSE 1 END AS rank "
        + $"WHERE rank > $rank OR (rank = $rank AND (n.{KindStorage.SortKey} > $v.key "
        + $"OR (n.{KindStorage.SortKey} = $v.key AND n.id > $id))) "
        + $"WITH n ORDER BY rank, n.{KindStorage.SortKey}, n.id LIMIT $rows "
        + "RETURN collect([n.id, properties(n)]) AS page } RETURN size(found), page";

    public static async Task<SearchPage> ReadAsync(
        ConsistentRead read, SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        var labels = query.Kinds.Select(GraphModel.Of).Where(model => model.IsSearched).Select(model => model.Label)
            .Distinct().ToArray();
        if (labels.Length == 0)
        {
            return new SearchPage([], false);
        }

        var (count, nodes) = (0L, new List<Node>());
        await read.RunAsync(
            () =>
            {
                nodes.Clear();
                return [PageOf(query, labels, scope).ToStep(row => count = ReadPage(row, nodes))];
            },
            ct);
        if (count > Limits.SearchMatchesMax)
        {
            throw new SearchTooBroadException();
        }

        var hasMore = nodes.Count > query.RowsMax;
        return new SearchPage(hasMore ? nodes.GetRange(0, query.RowsMax) : nodes, hasMore);
    }

    /// <summary>What the stored words hold of a node with all these words: the last one also as a beginning.</summary>
    public static string[] Parts(IReadOnlyList<string> words) =>
        [.. words.Select((word, at) => IsBeginning(words, at) ? $" {word}" : $" {word} ")];

    /// <summary>The statement of a page, with one row more than asked.</summary>
    public static CypherText PageOf(SearchQuery query, string[] labels, ViewScope scope)
    {
        var sight = new Sight(scope, asOf: null);
        var text = sight.BindTo(new CypherText())
            .Give("phrase", Phrase(query.Words))
            .Give("labels", labels)
            .With("most", Limits.SearchMatchesMax + 1L)
            .Give("name", string.Join(' ', query.Words))
            .With("rank", query.After is { } place ? (place.IsExact ? 0L : 1L) : -1L)
            .Give("key", query.After?.SortKey ?? string.Empty)
            .With("id", query.After?.Id.Value ?? 0L)
            .With("rows", query.RowsMax + 1L)
            .Append(Begin).Append(sight.OfAnyNode("n")).Append(" AND ");
        new FilterCypher(text, sight).AppendMatches(query.Words, "n");
        return text.Append(End);
    }

    // The words as the index is asked for them: folded by us, so that nothing of its language is in them.
    private static string Phrase(IReadOnlyList<string> words) => string.Join(' ', words.Select((word, at) =>
        word.Length > WordMax ? $"+{word[..(char.IsHighSurrogate(word[WordMax - 1]) ? WordMax - 1 : WordMax)]}*"
        : IsBeginning(words, at) ? $"+{word}*"
        : $"+{word}"));

    private static bool IsBeginning(IReadOnlyList<string> words, int at) =>
        at == words.Count - 1 && words[at].Length >= Limits.SearchPrefixMin;

    private static long ReadPage(ICypherRow row, List<Node> nodes)
    {
        var count = row.ReadInteger();
        for (var left = row.ReadListCount(); left > 0; left--)
        {
            _ = row.ReadListCount();
            nodes.Add((Node)KindStorage.Of(RecordId.FromValue(row.ReadInteger()).Kind).Read(row));
        }

        return count;
    }
}
