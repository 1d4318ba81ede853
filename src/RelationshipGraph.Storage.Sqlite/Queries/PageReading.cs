using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads and counts pages of a kind.</summary>
internal static class PageReading
{
    public static Page Read(Snapshot snapshot, PageQuery query, ViewScope scope)
    {
        var sight = new Sight(scope, query.AsOf);
        var rows = ListingOf(query, sight).Read(snapshot, sight, query.After, query.RowsMax + 1);
        var hasMore = rows.Count > query.RowsMax;
        if (hasMore)
        {
            rows.RemoveAt(query.RowsMax);
        }

        return new Page(rows, hasMore);
    }

    public static long Count(Snapshot snapshot, PageQuery query, ViewScope scope)
    {
        var sight = new Sight(scope, query.AsOf);
        var sql = new SqlText().Append("SELECT count(*) ");
        AppendSource(sql, query, sight);
        using var statement = sql.PrepareOn(snapshot.Connection, sight);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>The query as a list.</summary>
    public static Listing ListingOf(PageQuery query, Sight sight) =>
        new(KindTable.Of(query.Kind), sql => AppendSource(sql, query, sight), query.Order);

    private static void AppendSource(SqlText sql, PageQuery query, Sight sight)
    {
        var table = KindTable.Of(query.Kind);
        var model = table.Model;
        sql.Append($"FROM {table.Name} n");
        if (model.IsNode)
        {
            sql.Append(" WHERE ").Append(sight.OfNode(model, "n"));
        }
        else
        {
            sql.Append(sight.EndsOf(model, "n", End.None)).Append(" WHERE ").Append(sight.OfTie(model, "n", End.None));
        }

        if (query.Filter is not null)
        {
            sql.Append(" AND (");
            new FilterSql(sql, sight).Append(query.Filter, model, "n");
            sql.Append(")");
        }
    }
}
