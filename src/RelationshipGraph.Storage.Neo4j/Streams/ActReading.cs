using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Streams;

/// <summary>Reads interactions narrow and fast, for the strength of ties.</summary>
internal static class ActReading
{
    public static async Task<ActBatch> ReadAsync(ConsistentRead read, RecordId after, int rowsMax, CancellationToken ct)
    {
        var label = KindStorage.Of(RecordKind.Interaction).Label;
        var text = $"MATCH (f)-[n:{label}]->(t) USING INDEX SEEK n:{label}(id) WHERE n.id > $after "
            + "WITH n ORDER BY n.id LIMIT $rows RETURN n.id, n.from_id, n.to_id, n.owner_id, n.visibility, n.source, "
            + "n.`at`, n.channel, n.direction, size(coalesce(n.participant_ids, [])) AS others";
        var acts = new List<Act>();
        var bounds = new Dictionary<string, object?> { ["after"] = after.Value, ["rows"] = rowsMax + 1L };
        await read.RunAsync(
            () =>
            {
                acts.Clear();
                return [new CypherStep(text, bounds, row => acts.Add(ActOf(row)))];
            },
            ct);
        var hasMore = acts.Count > rowsMax;
        if (hasMore)
        {
            acts.RemoveAt(rowsMax);
        }

        return new ActBatch(acts, hasMore);
    }

    private static Act ActOf(ICypherRow row)
    {
        var (id, from, to) = (Id(row), Id(row), Id(row));
        var (owner, visibility) = (row.TryReadNull() ? default : Id(row), CodeText.Of<Visibility>(row.ReadText()));
        var source = row.TryReadNull() ? null : row.ReadText();
        return new Act(
            id, from, to, owner, visibility, source, row.ReadInteger(), CodeText.Of<Channel>(row.ReadText()),
            CodeText.Of<ContactDirection>(row.ReadText()), 1 + (int)row.ReadInteger());
    }

    private static RecordId Id(ICypherRow row) => RecordId.FromValue(row.ReadInteger());
}
