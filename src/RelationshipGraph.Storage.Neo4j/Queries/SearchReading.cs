using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Finds nodes by their texts: the full-text index brings candidates, the stored words decide.</summary>
internal static class SearchReading
{
    // The index cuts longer words in pieces.
    private const int WordMax = 200;

    public static async Task<SearchPage> ReadAsync(
        ConsistentRead read, SearchQuery query, ViewScope scope, CancellationToken ct)
    {
        var kinds = query.Kinds.Where(kind => GraphModel.Of(kind).IsSearched).Distinct().Order().ToList();
        if (kinds.Count == 0)
        {
            return new SearchPage([], false);
        }

        while (true)
        {
            var places = new List<SearchPlace>();
            var sequence = await read.RunAsync(() => [PlacesOf(query, kinds, scope, places)], ct);
            if (places.Count > Limits.SearchMatchesMax)
            {
                throw new SearchTooBroadException();
            }

            places.Sort(Compare);
            var begin = query.After is { } after ? places.FindIndex(place => Compare(place, after) > 0) : 0;
            var page = begin < 0 ? [] : places.Skip(begin).Take(query.RowsMax).ToList();
            if (page.Count == 0)
            {
                return new SearchPage([], false);
            }

            var nodes = new Dictionary<RecordId, Record>();
            var ids = page.ConvertAll(place => place.Id);
            if (await read.RunAsync(() => RecordReading.StepsOf(ids, ViewScope.All, nodes), ct) == sequence)
            {
                return new SearchPage(
                    [.. page.Select(place => (Node)nodes[place.Id])], places.Count > begin + page.Count);
            }
        }
    }

    /// <summary>The words as the index is asked for them: folded by us, so that nothing of its language is in them.</summary>
    public static string Phrase(IReadOnlyList<string> words) => string.Join(' ', words.Select((word, at) =>
        word.Length > WordMax ? $"+{word[..WordMax]}*"
        : at == words.Count - 1 && word.Length >= Limits.SearchPrefixMin ? $"+{word}*"
        : $"+{word}"));

    private static CypherStep PlacesOf(SearchQuery query, List<RecordKind> kinds, ViewScope scope, List<SearchPlace> places)
    {
        places.Clear();
        var sight = new Sight(scope, asOf: null);
        var text = sight.BindTo(new CypherText())
            .Append($"CALL db.index.fulltext.queryNodes('{KindStorage.SearchIndex}', ").Value(Phrase(query.Words))
            .Append(") YIELD node AS n WITH n WHERE (")
            .Append(string.Join(" OR ", kinds.Select(kind => $"n:{KindStorage.Of(kind).Label}")))
            .Append($") AND {sight.OfAnyNode("n")} AND ");
        new FilterCypher(text, sight).AppendMatches(query.Words, "n");
        return text.Append(" RETURN coalesce(n.search_name = ").Value(string.Join(' ', query.Words))
            .Append(", false), n.sort_key, n.id LIMIT ").Value(Limits.SearchMatchesMax + 1L)
            .ToStep(row => places.Add(
                new SearchPlace(row.ReadBoolean(), row.ReadText(), RecordId.FromValue(row.ReadInteger()))));
    }

    private static int Compare(SearchPlace left, SearchPlace right)
    {
        var byExactness = right.IsExact.CompareTo(left.IsExact);
        if (byExactness != 0)
        {
            return byExactness;
        }

        var byKey = string.CompareOrdinal(left.SortKey, right.SortKey);
        return byKey != 0 ? byKey : left.Id.CompareTo(right.Id);
    }
}
