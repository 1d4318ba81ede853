using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>Reads records by id and by natural key.</summary>
internal static class RecordReading
{
    public static async Task<Dictionary<RecordId, Record>> ByIdsAsync(
        ConsistentRead read, IReadOnlyCollection<RecordId> ids, ViewScope scope, CancellationToken ct)
    {
        var found = new Dictionary<RecordId, Record>(ids.Count);
        if (ids.Count > 0)
        {
            await read.RunAsync(() => StepsOf(ids, scope, found), ct);
        }

        return found;
    }

    public static async Task<Dictionary<NaturalKey, Record>> ByKeysAsync(
        ConsistentRead read, IReadOnlyCollection<NaturalKey> keys, ViewScope scope, CancellationToken ct)
    {
        var found = new Dictionary<NaturalKey, Record>(keys.Count);
        if (keys.Count > 0)
        {
            await read.RunAsync(() => StepsOf(keys, scope, found), ct);
        }

        return found;
    }

    private static IReadOnlyList<CypherStep> StepsOf(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, Dictionary<RecordId, Record> found)
    {
        found.Clear();
        return
        [
            .. ids.Distinct().Where(id => !id.IsNone).GroupBy(id => KindTexts.Of(id.Kind).ById).Select(group => Step(
                group.Key, group.First().Kind, scope, group.Select(id => id.Value).ToArray(),
                record => found[record.Id] = record)),
        ];
    }

    private static IReadOnlyList<CypherStep> StepsOf(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, Dictionary<NaturalKey, Record> found)
    {
        found.Clear();
        return
        [
            .. keys.Distinct().GroupBy(key => KindTexts.Of(key.Kind).ByKey).Select(group => Step(
                group.Key, group.First().Kind, scope, group.Select(KeyText.Of).ToArray(),
                record => found[record.NaturalKey!.Value] = record)),
        ];
    }

    // One statement for all nodes, and one for each relationship type.
    private static CypherStep Step(string match, RecordKind first, ViewScope scope, Array values, Action<Record> onRecord)
    {
        var sight = new Sight(scope, asOf: null);
        var model = GraphModel.Of(first);
        var seen = model.IsNode
            ? sight.OfAnyNode("n")
            : sight.OfTie(model, "n", "f", "t", "t", isAnchored: false);
        return sight.BindTo(new CypherText()).Give("values", values).Append($"{match} WHERE {seen} RETURN n.id, properties(n)")
            .ToStep(row => onRecord(KindStorage.Of(RecordId.FromValue(row.ReadInteger()).Kind).Read(row)));
    }
}
