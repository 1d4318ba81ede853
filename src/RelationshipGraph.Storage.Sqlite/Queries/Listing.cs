using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>A list of rows of one table in one order, read from behind a place.</summary>
/// <param name="Table">The kind.</param>
/// <param name="Source">What stands between SELECT and ORDER BY: the table as "n" and the condition.</param>
/// <param name="Order">The order.</param>
internal sealed record Listing(KindTable Table, Action<SqlText> Source, RecordOrder Order)
{
    private string Direction => Order.Descending ? " DESC" : "";

    private string Beyond => Order.Descending ? "<" : ">";

    /// <summary>
    /// The statements that give the rows, each to be read only if those before were not enough: first those that share the
    /// value of the place, then those beyond it. Together they would be a condition that no index begins at.
    /// </summary>
    public IEnumerable<SqlText> Statements(Keyset? after, int rowsMax)
    {
        if (Order.Property is null)
        {
            var sql = Begin();
            if (after is { } place)
            {
                sql.Append($" AND n.id {Beyond} ").Value(place.Id.Value);
            }

            yield return sql.Append($" ORDER BY n.id{Direction} LIMIT ").Value((long)rowsMax);
            yield break;
        }

        var column = $"n.\"{KindTable.OrderColumn(Order.Property)}\"";
        if (after is { } last)
        {
            yield return Begin().Append($" AND {column} = ").Value(last.Value).Append($" AND n.id {Beyond} ").Value(last.Id.Value)
                .Append($" ORDER BY n.id{Direction} LIMIT ").Value((long)rowsMax);
            yield return End(Begin().Append($" AND {column} {Beyond} ").Value(last.Value), column, rowsMax);
        }
        else
        {
            yield return End(Begin(), column, rowsMax);
        }
    }

    private SqlText Begin()
    {
        var sql = new SqlText().Append($"SELECT {Table.Rows.Select("n")} ");
        Source(sql);
        return sql;
    }

    private SqlText End(SqlText sql, string column, int rowsMax) =>
        sql.Append($" ORDER BY {column}{Direction}, n.id{Direction} LIMIT ").Value((long)rowsMax);

    /// <summary>Reads the rows of one anchor, or of the whole table where there is none.</summary>
    public List<Record> Read(Snapshot snapshot, Sight sight, Keyset? after, int rowsMax)
    {
        var rows = new List<Record>();
        foreach (var sql in Statements(after, rowsMax))
        {
            using var statement = sql.PrepareOn(snapshot.Connection, sight);
            while (rows.Count < rowsMax && statement.Step())
            {
                rows.Add(Table.Rows.Read(statement, snapshot.Sources));
            }

            if (rows.Count == rowsMax)
            {
                break;
            }
        }

        return rows;
    }
}
