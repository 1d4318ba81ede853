using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads records by id and by natural key.</summary>
internal static class RecordReading
{
    public static Dictionary<RecordId, Record> ByIds(Snapshot snapshot, IReadOnlyCollection<RecordId> ids, ViewScope scope)
    {
        var found = new Dictionary<RecordId, Record>(ids.Count);
        var sight = new Sight(scope, asOf: null);
        foreach (var group in ids.Distinct().Where(id => !id.IsNone).GroupBy(id => id.Kind))
        {
            var table = KindTable.Of(group.Key);
            using var statement = Select(table, sight).Append($" AND n.id = ?{SqlText.Anchor}")
                .PrepareOn(snapshot.Connection, sight);
            foreach (var id in group)
            {
                statement.Bind(SqlText.Anchor, id.Value);
                if (statement.Step())
                {
                    found[id] = table.Rows.Read(statement, snapshot.Sources);
                }

                statement.Rewind();
            }
        }

        return found;
    }

    public static Dictionary<NaturalKey, Record> ByKeys(
        Snapshot snapshot, IReadOnlyCollection<NaturalKey> keys, ViewScope scope)
    {
        var found = new Dictionary<NaturalKey, Record>(keys.Count);
        var sight = new Sight(scope, asOf: null);
        foreach (var group in keys.Distinct().GroupBy(key => key.Kind))
        {
            var table = KindTable.Of(group.Key);
            using var statement = Select(table, sight).Append(KeyCondition(table)).PrepareOn(snapshot.Connection, sight);
            foreach (var key in group)
            {
                if (snapshot.Sources.Find(key.Source) is { } source && BindKey(statement, table, key, source).Step())
                {
                    found[key] = table.Rows.Read(statement, snapshot.Sources);
                }

                statement.Rewind();
            }
        }

        return found;
    }

    /// <summary>Finds the id of the row with a key.</summary>
    public static Statement PrepareKey(Connection connection, KindTable table, NaturalKey key, long source) =>
        BindKey(connection.Prepare($"SELECT n.id FROM {table.Name} n WHERE 1{KeyCondition(table)}"), table, key, source);

    /// <summary>Some column of every row that may be seen, with its record; a condition may follow.</summary>
    private static SqlText Select(KindTable table, Sight sight)
    {
        var model = table.Model;
        var sql = new SqlText().Append($"SELECT {table.Rows.Select("n")} FROM {table.Name} n");
        return model.IsNode
            ? sql.Append(" WHERE ").Append(sight.OfNode(model, "n"))
            : sql.Append(sight.EndsOf(model, "n", End.None)).Append(" WHERE ").Append(sight.OfTie(model, "n", End.None));
    }

    private static string KeyCondition(KindTable table) => table.Model.IsNode
        ? $" AND n.{KindTable.SourceColumn} = ?{SqlText.First} AND n.external_id = ?{SqlText.First + 1}"
        : $" AND n.{KindTable.SourceColumn} = ?{SqlText.First} AND n.from_id = ?{SqlText.First + 1}"
            + $" AND n.to_id = ?{SqlText.First + 2} AND n.{KindTable.LocalKeyColumn} = ?{SqlText.First + 3}";

    private static Statement BindKey(Statement statement, KindTable table, NaturalKey key, long source) => table.Model.IsNode
        ? statement.Bind(SqlText.First, source).Bind(SqlText.First + 1, key.Local)
        : statement.Bind(SqlText.First, source).Bind(SqlText.First + 1, key.FromId.Value)
            .Bind(SqlText.First + 2, key.ToId.Value).Bind(SqlText.First + 3, key.Local);
}
