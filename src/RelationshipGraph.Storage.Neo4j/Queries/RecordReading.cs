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

    /// <summary>The statements that read records by id, one for each kind; what they find comes into the dictionary.</summary>
    public static IReadOnlyList<CypherStep> StepsOf(
        IReadOnlyCollection<RecordId> ids, ViewScope scope, Dictionary<RecordId, Record> found)
    {
        found.Clear();
        var sight = new Sight(scope, asOf: null);
        return
        [
            .. ids.Distinct().Where(id => !id.IsNone).GroupBy(id => id.Kind).Select(group =>
            {
                var kind = KindStorage.Of(group.Key);
                var text = Begin(kind, sight, "id", "id").With("ids", group.Select(id => id.Value).ToArray());
                return text.ToStep(row =>
                {
                    var record = kind.Read(row);
                    found[record.Id] = record;
                });
            }),
        ];
    }

    private static IReadOnlyList<CypherStep> StepsOf(
        IReadOnlyCollection<NaturalKey> keys, ViewScope scope, Dictionary<NaturalKey, Record> found)
    {
        found.Clear();
        var sight = new Sight(scope, asOf: null);
        return
        [
            .. keys.Distinct().GroupBy(key => key.Kind).Select(group =>
            {
                var kind = KindStorage.Of(group.Key);
                var text = Begin(kind, sight, KindStorage.Key, "key").With("ids", group.Select(KeyText.Of).ToArray());
                return text.ToStep(row =>
                {
                    var record = kind.Read(row);
                    found[record.NaturalKey!.Value] = record;
                });
            }),
        ];
    }

    private static CypherText Begin(KindStorage kind, Sight sight, string property, string entry)
    {
        var text = sight.BindTo(new CypherText()).Append($"UNWIND $ids AS {entry} MATCH ");
        return kind.Model.IsNode
            ? text.Append($"(n:{KindStorage.Record} {{{property}: {entry}}}) WHERE n:{kind.Label} AND ")
                .Append(sight.OfNode(kind.Model, "n")).Append($" RETURN {kind.Columns("n")}")
            : text.Append($"(f)-[n:{kind.Label} {{{property}: {entry}}}]->(t) WHERE ")
                .Append(sight.OfTie(kind.Model, "n", "f", "t", "t", isAnchored: false)).Append($" RETURN {kind.Columns("n")}");
    }
}
