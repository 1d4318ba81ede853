using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Reads and counts the records of one kind.</summary>
internal static class PageReading
{
    public static async Task<Page> ReadAsync(ConsistentRead read, PageQuery query, ViewScope scope, CancellationToken ct)
    {
        var rows = new List<Record>();
        var kind = KindStorage.Of(query.Kind);
        await read.RunAsync(
            () =>
            {
                rows.Clear();
                return [PageOf(query, scope).ToStep(row => rows.Add(kind.Read(row)))];
            },
            ct);
        var hasMore = rows.Count > query.RowsMax;
        if (hasMore)
        {
            rows.RemoveAt(query.RowsMax);
        }

        return new Page(rows, hasMore);
    }

    public static async Task<long> CountAsync(ConsistentRead read, PageQuery query, ViewScope scope, CancellationToken ct)
    {
        var count = 0L;
        await read.RunAsync(
            () =>
            {
                var text = new CypherText();
                AppendSource(text, query, new Sight(scope, query.AsOf), place: null);
                return [text.Append(" RETURN count(n)").ToStep(row => count = row.ReadInteger())];
            },
            ct);
        return count;
    }

    /// <summary>The statement of a page, with one row more than asked.</summary>
    public static CypherText PageOf(PageQuery query, ViewScope scope)
    {
        var text = new CypherText();
        var direction = query.Order.Descending ? " DESC" : "";
        AppendSource(text, query, new Sight(scope, query.AsOf), Place(query.Order, query.After, "n", IsIndexed(query)));
        text.Append(" WITH n ORDER BY ");
        if (query.Order.Property is { } property)
        {
            text.Append($"n.`{KindStorage.OrderOf(property)}`{direction}, ");
        }

        return text.Append($"n.id{direction} LIMIT ").Whole(query.RowsMax + 1L).Append(" RETURN properties(n)");
    }

    /// <summary>
    /// Appends the condition that a record comes after a place in an order. In the form that an index begins at, it also stands
    /// where there is no place.
    /// </summary>
    public static Action<CypherText> Place(RecordOrder order, Keyset? after, string record, bool isIndexed) => text =>
    {
        var beyond = order.Descending ? "<" : ">";
        if (order.Property is null)
        {
            text.Append($"{record}.id {beyond} ").Whole(after?.Id.Value ?? (order.Descending ? long.MaxValue : 0L));
            return;
        }

        var property = $"{record}.`{KindStorage.OrderOf(order.Property)}`";
        if (after is { } place)
        {
            text.Append($"{property} {beyond}= ").Value(place.Value)
                .Append($" AND {record}.id IS NOT NULL AND coalesce({property} {beyond} ").Value(place.Value)
                .Append($" OR {record}.id {beyond} ").Whole(place.Id.Value).Append(", false)");
        }
        else
        {
            text.Append(isIndexed ? $"{property} IS NOT NULL AND {record}.id IS NOT NULL" : "true");
        }
    };

    // Relationships of a whole type are walked by id: further indexes of them would slow imports.
    private static bool IsIndexed(PageQuery query) => query.Order.Property is null || GraphModel.Of(query.Kind).IsNode;

    // While the database is as good as empty, the server would plan a scan and a sort, and keep the plan.
    private static string HintOf(PageQuery query, KindStorage kind) => !IsIndexed(query) ? ""
        : query.Order.Property is not { } property ? $" USING INDEX SEEK n:{kind.Label}(id)"
        : $" USING INDEX {(query.After is null ? "" : "SEEK ")}n:{kind.Label}(`{KindStorage.OrderOf(property)}`, id)";

    private static void AppendSource(CypherText text, PageQuery query, Sight sight, Action<CypherText>? place)
    {
        var kind = KindStorage.Of(query.Kind);
        sight.BindTo(text).Append(kind.Model.IsNode ? $"MATCH (n:{kind.Label})" : $"MATCH (f)-[n:{kind.Label}]->(t)")
            .Append(place is null ? "" : HintOf(query, kind)).Append(" WHERE ");
        if (place is not null)
        {
            place(text);
            text.Append(" AND ");
        }

        text.Append(kind.Model.IsNode
            ? sight.OfNode(kind.Model, "n")
            : sight.OfTie(kind.Model, "n", "f", "t", "t", isAnchored: false));
        if (query.Filter is not null)
        {
            text.Append(" AND (");
            new FilterCypher(text, sight).Append(query.Filter, kind.Model, "n");
            text.Append(")");
        }
    }
}
