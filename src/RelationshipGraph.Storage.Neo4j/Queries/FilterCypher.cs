using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Writes filters as conditions of Cypher.</summary>
/// <remarks>
/// A comparison with an absent value is unknown in Cypher, which a condition takes for false; only where something is negated
/// does unknown have to be made false first.
/// </remarks>
internal sealed class FilterCypher(CypherText text, Sight sight)
{
    /// <summary>Appends the condition on a record of the kind.</summary>
    public void Append(RecordFilter? filter, RecordModel model, string record)
    {
        switch (filter)
        {
            case null:
                text.Append(Always(record));
                break;
            case RecordFilter.And and:
                AppendAll(and.Terms, " AND ", Always(record), model, record);
                break;
            case RecordFilter.Or or:
                text.Append(or.Terms.Count > 1 ? "coalesce(" : "(");
                AppendAll(or.Terms, " OR ", Never(record), model, record);
                text.Append(or.Terms.Count > 1 ? ", false)" : ")");
                break;
            case RecordFilter.Not not:
                AppendNot(() => Append(not.Term, model, record));
                break;
            case RecordFilter.Compare compare:
                AppendCompare(compare, record);
                break;
            case RecordFilter.In some:
                text.Property(record, some.Property.Column).Append(" IN ")
                    .Value(some.Values.Select(StoredValue.Of).ToArray());
                break;
            case RecordFilter.Exists exists:
                text.Property(record, exists.Property.Column).Append(" IS NOT NULL");
                break;
            case RecordFilter.StartsWith starts:
                text.Property(record, starts.Property.Column).Append(" STARTS WITH ").Value(starts.Beginning);
                break;
            case RecordFilter.Has has:
                text.Value(has.Entry).Append(" IN ").Property(record, has.Property.Column);
                break;
            case RecordFilter.Matches matches when model.IsSearched:
                AppendMatches(matches.Words, record);
                break;
            case RecordFilter.Matches:
                text.Append(Never(record));
                break;
            case RecordFilter.Related related when model.IsNode:
                AppendRelated(related, record);
                break;
            default:
                throw new ArgumentException("A record of the kind has no such condition.", nameof(filter));
        }
    }

    /// <summary>Appends the condition on the node at the other end; true where there is none.</summary>
    public void AppendEnd(ValueList<RecordFilter.EndFilter>? ends, string node)
    {
        if (ends is null)
        {
            text.Append(Always(node));
            return;
        }

        text.Append($"({Never(node)}");
        foreach (var end in ends)
        {
            var kind = KindStorage.Of(end.Kind);
            text.Append($" OR ({node}:{kind.Label} AND (");
            Append(end.Filter, kind.Model, node);
            text.Append("))");
        }

        text.Append(")");
    }

    /// <summary>Appends that the folded texts hold every word, the last one also as a beginning.</summary>
    public void AppendMatches(IReadOnlyList<string> words, string node) =>
        text.Append("all(word IN ").Value(SearchReading.Parts(words))
            .Append($" WHERE {node}.{KindStorage.SearchWords} CONTAINS word)");

    private void AppendCompare(RecordFilter.Compare compare, string record)
    {
        var property = compare.Property;
        if (KindStorage.IsCompared(property) && compare.Comparison != Comparison.Equal)
        {
            text.Append("coalesce(").Property(record, KindStorage.ComparedOf(property)).Append(", ")
                .Property(record, property.Column).Append($") {SignOf(compare.Comparison)} ")
                .Value(TextOrder.Of(compare.Value.Text));
        }
        else
        {
            text.Property(record, property.Column).Append($" {SignOf(compare.Comparison)} ").Value(compare.Value);
        }
    }

    private void AppendNot(Action term)
    {
        text.Append("NOT coalesce((");
        term();
        text.Append("), false)");
    }

    private void AppendAll(ValueList<RecordFilter> terms, string between, string empty, RecordModel model, string record)
    {
        if (terms.Count == 0)
        {
            text.Append(empty);
            return;
        }

        for (var i = 0; i < terms.Count; i++)
        {
            text.Append(i == 0 ? "(" : between + "(");
            Append(terms[i], model, record);
            text.Append(")");
        }
    }

    private void AppendRelated(RecordFilter.Related related, string node)
    {
        var kind = KindStorage.Of(related.Relationship);
        var (tie, end) = (text.Alias("r"), text.Alias("e"));
        text.Append(related.Quantifier == Quantifier.Some ? "EXISTS { " : "NOT EXISTS { ")
            .Append($"MATCH {EdgeReading.Pattern(related.Direction, node, tie, kind.Label, end)} WHERE ")
            .Append(sight.OfTie(
                kind.Model, tie, node, end, EdgeReading.EndOf(related.Direction, node, tie, end), isAnchored: true))
            .Append(" AND ");
        if (related.Quantifier == Quantifier.All)
        {
            AppendNot(Condition);
        }
        else
        {
            text.Append("(");
            Condition();
            text.Append(")");
        }

        text.Append(" }");

        void Condition()
        {
            text.Append("(");
            Append(related.Edge, kind.Model, tie);
            text.Append(") AND ");
            AppendEnd(related.End, end);
        }
    }

    // A constant would be worked out when the statement is planned, and then an index that is asked for finds no use.
    private static string Always(string record) => $"{record}.id > 0";

    private static string Never(string record) => $"{record}.id < 0";

    private static string SignOf(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };
}
