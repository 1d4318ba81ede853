using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Finds nodes by their texts.</summary>
internal static class SearchReading
{
    public static SearchPage Read(Snapshot snapshot, SearchQuery query, ViewScope scope)
    {
        var places = Matches(snapshot, query, scope);
        if (places.Count > Limits.SearchMatchesMax)
        {
            throw new SearchTooBroadException();
        }

        places.Sort(Compare);
        var begin = query.After is { } after ? places.FindIndex(place => Compare(place, after) > 0) : 0;
        var page = begin < 0 ? [] : places.Skip(begin).Take(query.RowsMax).ToList();
        var hasMore = begin >= 0 && places.Count > begin + page.Count;

        var nodes = RecordReading.ByIds(snapshot, [.. page.Select(place => place.Id)], ViewScope.All);
        return new SearchPage([.. page.Select(place => (Node)nodes[place.Id])], hasMore);
    }

    private static List<SearchPlace> Matches(Snapshot snapshot, SearchQuery query, ViewScope scope)
    {
        var sight = new Sight(scope, asOf: null);
        var kinds = query.Kinds.Where(kind => GraphModel.Of(kind).IsSearched).Distinct().Order().ToList();
        var places = new List<SearchPlace>();
        if (kinds.Count == 0)
        {
            return places;
        }

        var sql = new SqlText()
            .Append("SELECT s.name IS ").Value(string.Join(' ', query.Words))
            .Append(", s.sort_key, s.id FROM search_index i CROSS JOIN search_text s ON s.id = i.rowid")
            .Append(scope.Everything ? "" : " CROSS JOIN node n ON n.id = i.rowid")
            .Append(" WHERE i.search_index MATCH ").Value(SearchPhrase.Of(query.Words))
            .Append($" AND ((i.rowid >> 16) & 63) IN ({string.Join(", ", kinds.Select(kind => (int)kind))})")
            .Append(scope.Everything ? "" : $" AND {sight.OfAnyNode("n")}")
            .Append(" LIMIT ").Value(Limits.SearchMatchesMax + 1L);
        using var statement = sql.PrepareOn(snapshot.Connection, sight);
        while (statement.Step())
        {
            places.Add(new SearchPlace(statement.Integer(0) != 0, statement.Text(1), statement.Id(2)));
        }

        return places;
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
