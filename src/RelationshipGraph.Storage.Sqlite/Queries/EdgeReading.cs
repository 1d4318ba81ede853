using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads and counts the relationships of one type at many nodes.</summary>
/// <remarks>
/// Each anchor is one run of the same statements, from an index and only as far as the bound. Both directions are two runs
/// that are merged, so that an order never needs all relationships of an anchor where an index has it.
/// </remarks>
internal static class EdgeReading
{
    public static Dictionary<RecordId, EdgePage> Read(Snapshot snapshot, EdgeQuery query, ViewScope scope)
    {
        var sight = new Sight(scope, query.AsOf);
        var found = new Dictionary<RecordId, EdgePage>(query.Anchors.Count);
        var runs = new List<Statement>();
        try
        {
            foreach (var end in EndsOf(query.Direction))
            {
                runs.AddRange(ListingOf(query, sight, end).Statements(query.After, query.RowsMax + 1)
                    .Select(sql => sql.PrepareOn(snapshot.Connection, sight)));
            }

            foreach (var anchor in query.Anchors.Distinct())
            {
                found[anchor] = PageOf(snapshot, query, runs, anchor);
            }
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }

        return found;
    }

    public static Dictionary<RecordId, long> Count(Snapshot snapshot, EdgeQuery query, ViewScope scope)
    {
        var sight = new Sight(scope, query.AsOf);
        var counts = query.Anchors.Distinct().ToDictionary(anchor => anchor, _ => 0L);
        foreach (var end in EndsOf(query.Direction))
        {
            var sql = new SqlText().Append("SELECT count(*) ");
            AppendSource(sql, query, sight, end);
            using var statement = sql.PrepareOn(snapshot.Connection, sight);
            foreach (var anchor in counts.Keys)
            {
                statement.Bind(SqlText.Anchor, anchor.Value);
                counts[anchor] += statement.Step() ? statement.Integer(0) : 0;
                statement.Rewind();
            }
        }

        return counts;
    }

    /// <summary>The query as a list at one end of the anchor.</summary>
    public static Listing ListingOf(EdgeQuery query, Sight sight, End anchor) =>
        new(KindTable.Of(query.Relationship), sql => AppendSource(sql, query, sight, anchor), query.Order);

    /// <summary>The ends at which the anchors may stand.</summary>
    public static IReadOnlyList<End> EndsOf(Direction direction) => direction switch
    {
        Direction.Outgoing => [End.From],
        Direction.Incoming => [End.To],
        _ => [End.From, End.To],
    };

    private static EdgePage PageOf(Snapshot snapshot, EdgeQuery query, List<Statement> runs, RecordId anchor)
    {
        var rows = KindTable.Of(query.Relationship).Rows;
        var edges = new List<Relationship>();
        foreach (var run in runs)
        {
            run.Bind(SqlText.Anchor, anchor.Value);
            while (run.Step())
            {
                edges.Add((Relationship)rows.Read(run, snapshot.Sources));
            }

            run.Rewind();
        }

        if (edges.Count == 0)
        {
            return EdgePage.Empty;
        }

        if (runs.Count > 1)
        {
            edges.Sort(Comparison(query.Order));
        }

        var hasMore = edges.Count > query.RowsMax;
        if (hasMore)
        {
            edges.RemoveRange(query.RowsMax, edges.Count - query.RowsMax);
        }

        return new EdgePage(edges, hasMore);
    }

    private static void AppendSource(SqlText sql, EdgeQuery query, Sight sight, End anchor)
    {
        var table = KindTable.Of(query.Relationship);
        var isFrom = anchor == End.From;
        sql.Append($"FROM {table.Name} n INDEXED BY {table.EndIndex(isFrom)}")
            .Append(sight.EndsOf(table.Model, "n", anchor))
            .Append($" WHERE n.{(isFrom ? "from_id" : "to_id")} = ?{SqlText.Anchor}");
        if (!isFrom && query.Direction == Direction.Both)
        {
            sql.Append($" AND n.from_id <> ?{SqlText.Anchor}");
        }

        sql.Append(" AND ").Append(sight.OfTie(table.Model, "n", anchor));
        var filter = new FilterSql(sql, sight);
        if (query.Filter is not null)
        {
            sql.Append(" AND (");
            filter.Append(query.Filter, table.Model, "n");
            sql.Append(")");
        }

        if (query.End is not null)
        {
            sql.Append(" AND ");
            filter.AppendEnd(query.End, isFrom ? "n.to_id" : "n.from_id");
        }
    }

    private static Comparison<Relationship> Comparison(RecordOrder order)
    {
        var sign = order.Descending ? -1 : 1;
        return order.Property is null
            ? (left, right) => sign * left.Id.CompareTo(right.Id)
            : (left, right) =>
            {
                // What a relationship is ordered by is a day or an instant: no relationship has a name.
                var byValue = order.Property.Get(left).Integer.CompareTo(order.Property.Get(right).Integer);
                return sign * (byValue != 0 ? byValue : left.Id.CompareTo(right.Id));
            };
    }
}
