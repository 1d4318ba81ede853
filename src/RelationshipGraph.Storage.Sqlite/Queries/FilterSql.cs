using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Writes filters as conditions of SQL.</summary>
/// <remarks>
/// A comparison with an absent value is unknown in SQL, which a condition takes for false; only where something is negated does
/// unknown have to be made false first.
/// </remarks>
internal sealed class FilterSql(SqlText sql, Sight sight)
{
    /// <summary>Appends the condition on a row of the kind.</summary>
    public void Append(RecordFilter? filter, RecordModel model, string row)
    {
        switch (filter)
        {
            case null:
                sql.Append("1");
                break;
            case RecordFilter.And and:
                AppendAll(and.Terms, " AND ", "1", model, row);
                break;
            case RecordFilter.Or or:
                AppendAll(or.Terms, " OR ", "0", model, row);
                break;
            case RecordFilter.Not not:
                AppendNot(() => Append(not.Term, model, row));
                break;
            case RecordFilter.Compare compare:
                sql.Append($"{RowCodec.Expression(compare.Property, row)} {SignOf(compare.Comparison)} ").Value(compare.Value);
                break;
            case RecordFilter.In some:
                AppendIn(some, row);
                break;
            case RecordFilter.Exists exists:
                sql.Append($"{RowCodec.Expression(exists.Property, row)} IS NOT NULL");
                break;
            case RecordFilter.StartsWith starts:
                AppendStart(starts, row);
                break;
            case RecordFilter.Has has:
                sql.Append($"EXISTS (SELECT 1 FROM json_each({RowCodec.Expression(has.Property, row)}) WHERE value = ")
                    .Value(has.Entry).Append(")");
                break;
            case RecordFilter.Matches matches when model.IsSearched:
                sql.Append($"{row}.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ")
                    .Value(SearchPhrase.Of(matches.Words)).Append(")");
                break;
            case RecordFilter.Matches:
                sql.Append("0");
                break;
            case RecordFilter.Related related when model.IsNode:
                AppendRelated(related, row);
                break;
            default:
                throw new ArgumentException("A record of the kind has no such condition.", nameof(filter));
        }
    }

    /// <summary>Appends the condition on the node at the other end; true where there is none.</summary>
    public void AppendEnd(ValueList<RecordFilter.EndFilter>? ends, string id)
    {
        if (ends is null)
        {
            sql.Append("1");
            return;
        }

        sql.Append("(0");
        foreach (var end in ends)
        {
            sql.Append(" OR ");
            if (end.Filter is null)
            {
                sql.Append($"(({id} >> 16) & 63) = {((int)end.Kind).ToString(CultureInfo.InvariantCulture)}");
                continue;
            }

            var table = KindTable.Of(end.Kind);
            var row = sql.Alias("e");
            sql.Append($"EXISTS (SELECT 1 FROM {table.Name} {row} WHERE {row}.id = {id} AND (");
            Append(end.Filter, table.Model, row);
            sql.Append("))");
        }

        sql.Append(")");
    }

    private void AppendNot(Action term)
    {
        sql.Append("NOT coalesce((");
        term();
        sql.Append("), 0)");
    }

    private void AppendAll(ValueList<RecordFilter> terms, string between, string empty, RecordModel model, string row)
    {
        if (terms.Count == 0)
        {
            sql.Append(empty);
            return;
        }

        for (var i = 0; i < terms.Count; i++)
        {
            sql.Append(i == 0 ? "(" : between + "(");
            Append(terms[i], model, row);
            sql.Append(")");
        }
    }

    // A few lengths only, so that a longer list does not make another statement each time.
    private void AppendIn(RecordFilter.In some, string row)
    {
        if (some.Values.Count == 0)
        {
            sql.Append("0");
            return;
        }

        var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)some.Values.Count);
        sql.Append($"{RowCodec.Expression(some.Property, row)} IN (");
        for (var i = 0; i < count; i++)
        {
            sql.Append(i == 0 ? "" : ", ").Value(some.Values[Math.Min(i, some.Values.Count - 1)]);
        }

        sql.Append(")");
    }

    private void AppendStart(RecordFilter.StartsWith starts, string row)
    {
        var letters = starts.Beginning.EnumerateRunes().Count();
        var column = RowCodec.Expression(starts.Property, row);
        sql.Append($"substr({column}, 1, ").Value((long)letters).Append(") = ").Value(starts.Beginning);
    }

    private void AppendRelated(RecordFilter.Related related, string row)
    {
        sql.Append(related.Quantifier == Quantifier.Some ? "(" : "NOT (");
        if (related.Direction != Direction.Incoming)
        {
            AppendRelated(related, row, End.From);
        }

        if (related.Direction == Direction.Both)
        {
            sql.Append(" OR ");
        }

        if (related.Direction != Direction.Outgoing)
        {
            AppendRelated(related, row, End.To);
        }

        sql.Append(")");
    }

    private void AppendRelated(RecordFilter.Related related, string row, End anchor)
    {
        var table = KindTable.Of(related.Relationship);
        var tie = sql.Alias("r");
        var (near, far) = anchor == End.From ? ("from_id", "to_id") : ("to_id", "from_id");
        sql.Append($"EXISTS (SELECT 1 FROM {table.Name} {tie} INDEXED BY {table.EndIndex(anchor == End.From)}")
            .Append(sight.EndsOf(table.Model, tie, anchor))
            .Append($" WHERE {tie}.{near} = {row}.id AND ").Append(sight.OfTie(table.Model, tie, anchor)).Append(" AND ");
        if (related.Quantifier == Quantifier.All)
        {
            AppendNot(Condition);
        }
        else
        {
            sql.Append("(");
            Condition();
            sql.Append(")");
        }

        sql.Append(")");

        void Condition()
        {
            sql.Append("(");
            Append(related.Edge, table.Model, tie);
            sql.Append(") AND ");
            AppendEnd(related.End, $"{tie}.{far}");
        }
    }

    private static string SignOf(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };
}
