using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Reads and counts the relationships of one type at many nodes, in one statement.</summary>
internal static class EdgeReading
{
    public static async Task<Dictionary<RecordId, EdgePage>> ReadAsync(
        ConsistentRead read, EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        var kind = KindStorage.Of(query.Relationship);
        var found = query.Anchors.Distinct().ToDictionary(anchor => anchor, _ => new List<Relationship>());
        if (found.Count > 0)
        {
            await read.RunAsync(
                () =>
                {
                    foreach (var edges in found.Values)
                    {
                        edges.Clear();
                    }

                    return
                    [
                        PageOf(query, scope).ToStep(row =>
                        {
                            var edges = found[RecordId.FromValue(row.ReadInteger())];
                            for (var left = row.ReadListCount(); left > 0; left--)
                            {
                                edges.Add((Relationship)kind.Read(row));
                            }
                        }),
                    ];
                },
                ct);
        }

        return found.ToDictionary(pair => pair.Key, pair => PageOf(pair.Value, query.RowsMax));
    }

    public static async Task<Dictionary<RecordId, long>> CountAsync(
        ConsistentRead read, EdgeQuery query, ViewScope scope, CancellationToken ct)
    {
        var counts = query.Anchors.Distinct().ToDictionary(anchor => anchor, _ => 0L);
        if (counts.Count > 0)
        {
            await read.RunAsync(
                () =>
                {
                    var text = new CypherText();
                    AppendSource(text, query, new Sight(scope, query.AsOf), place: null);
                    return
                    [
                        text.Append(" RETURN count(n) AS count } RETURN a.id, count").ToStep(row =>
                            counts[RecordId.FromValue(row.ReadInteger())] = row.ReadInteger()),
                    ];
                },
                ct);
        }

        return counts;
    }

    /// <summary>The relationships of a type at a node, as a pattern.</summary>
    public static string Pattern(Direction direction, string node, string tie, string label, string other) => direction switch
    {
        Direction.Outgoing => $"({node})-[{tie}:{label}]->({other})",
        Direction.Incoming => $"({node})<-[{tie}:{label}]-({other})",
        _ => $"({node})-[{tie}:{label}]-({other})",
    };

    /// <summary>The node at which a relationship of a pattern ends.</summary>
    public static string EndOf(Direction direction, string node, string tie, string other) => direction switch
    {
        Direction.Outgoing => other,
        Direction.Incoming => node,
        _ => $"endNode({tie})",
    };

    /// <summary>The statement of a page of each anchor, with one row more than asked.</summary>
    public static CypherText PageOf(EdgeQuery query, ViewScope scope)
    {
        var text = new CypherText();
        var direction = query.Order.Descending ? " DESC" : "";
        var place = query.After is null ? null : PageReading.Place(query.Order, query.After, "n", isIndexed: false);
        var order = query.Order.Property is { } property ? $"n.`{KindStorage.OrderOf(property)}`{direction}, " : "";
        AppendSource(text, query, new Sight(scope, query.AsOf), place);
        return text.Append($" WITH n ORDER BY {order}n.id{direction} LIMIT ").Whole(query.RowsMax + 1L)
            .Append(" RETURN collect(properties(n)) AS edges } RETURN a.id, edges");
    }

    private static void AppendSource(CypherText text, EdgeQuery query, Sight sight, Action<CypherText>? place)
    {
        var kind = KindStorage.Of(query.Relationship);
        sight.BindTo(text).Give("anchors", query.Anchors.Distinct().Select(anchor => anchor.Value).ToArray())
            .Append("UNWIND $v.anchors AS anchor ")
            .Append($"MATCH (a:{KindStorage.Record} {{id: anchor}}) USING INDEX SEEK a:{KindStorage.Record}(id) ")
            .Append("CALL (a) { MATCH ")
            .Append(Pattern(query.Direction, "a", "n", kind.Label, "b")).Append(" WHERE ")
            .Append(sight.OfTie(kind.Model, "n", "a", "b", EndOf(query.Direction, "a", "n", "b"), isAnchored: true));
        if (place is not null)
        {
            text.Append(" AND ");
            place(text);
        }

        var filter = new FilterCypher(text, sight);
        if (query.Filter is not null)
        {
            text.Append(" AND (");
            filter.Append(query.Filter, kind.Model, "n");
            text.Append(")");
        }

        if (query.End is not null)
        {
            text.Append(" AND ");
            filter.AppendEnd(query.End, "b");
        }
    }

    private static EdgePage PageOf(List<Relationship> edges, int rowsMax)
    {
        var hasMore = edges.Count > rowsMax;
        return edges.Count == 0 ? EdgePage.Empty : new EdgePage(hasMore ? edges.GetRange(0, rowsMax) : edges, hasMore);
    }
}
