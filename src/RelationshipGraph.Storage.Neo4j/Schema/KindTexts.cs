using System.Collections.Frozen;
using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>The patterns and statements of one kind that are always the same.</summary>
/// <remarks>
/// Every look-up names its index and that it is to seek there: the server would plan a scan, of the index too, while the database
/// is as good as empty, and keep the plan. Rows are the maps of <see cref="KindStorage.ValuesOf"/>; the id in the pattern of what
/// is made lets its index be kept with it.
/// </remarks>
internal sealed class KindTexts
{
    private const string Node = KindStorage.Record;

    /// <summary>Replaces nodes of whatever kind, as a whole.</summary>
    public const string UpdateNodes =
        $"UNWIND $v.rows AS row MATCH (n:{Node} {{id: row.id}}) USING INDEX SEEK n:{Node}(id) SET n = row";

    /// <summary>Removes nodes of whatever kind, with their relationships.</summary>
    public const string DeleteNodes =
        $"UNWIND $v.ids AS id MATCH (n:{Node} {{id: id}}) USING INDEX SEEK n:{Node}(id) DETACH DELETE n";

    /// <summary>Lets nodes go without a natural key.</summary>
    public const string ReleaseNodeKeys =
        $"UNWIND $v.ids AS id MATCH (n:{Node} {{id: id}}) USING INDEX SEEK n:{Node}(id) REMOVE n.{KindStorage.Key}";

    private static readonly FrozenDictionary<RecordKind, KindTexts> ByKind =
        GraphModel.Kinds.ToFrozenDictionary(model => model.Kind, model => new KindTexts(KindStorage.Of(model.Kind)));

    private KindTexts(KindStorage kind)
    {
        var label = kind.Label;
        if (kind.Model.IsNode)
        {
            Create = $"UNWIND $v.rows AS row CREATE (n:{Node}:{label} {{id: row.id}}) SET n = row";
            Update = UpdateNodes;
            Delete = DeleteNodes;
            ReleaseKeys = ReleaseNodeKeys;
            ById = MatchNode("id");
            ByKey = MatchNode(KindStorage.Key);
            return;
        }

        Create = $"UNWIND $v.rows AS row MATCH (f:{Node} {{id: row.from_id}}) USING INDEX SEEK f:{Node}(id) "
            + $"MATCH (t:{Node} {{id: row.to_id}}) USING INDEX SEEK t:{Node}(id) "
            + $"CREATE (f)-[n:{label} {{id: row.id}}]->(t) SET n = row";
        Update = $"UNWIND $v.rows AS row MATCH ()-[n:{label} {{id: row.id}}]->() USING INDEX SEEK n:{label}(id) SET n = row";
        Delete = $"UNWIND $v.ids AS id MATCH ()-[n:{label} {{id: id}}]->() USING INDEX SEEK n:{label}(id) DELETE n";
        ReleaseKeys =
            $"UNWIND $v.ids AS id MATCH ()-[n:{label} {{id: id}}]->() USING INDEX SEEK n:{label}(id) REMOVE n.{KindStorage.Key}";
        ById = MatchTie("id");
        ByKey = MatchTie(KindStorage.Key);

        static string MatchNode(string property) =>
            $"UNWIND $v.values AS value MATCH (n:{Node} {{{property}: value}}) USING INDEX SEEK n:{Node}({property})";

        string MatchTie(string property) =>
            $"UNWIND $v.values AS value MATCH (f)-[n:{label} {{{property}: value}}]->(t) USING INDEX SEEK n:{label}({property})";
    }

    /// <summary>Makes records.</summary>
    public string Create { get; }

    /// <summary>Replaces records as a whole; what a row lacks is removed.</summary>
    public string Update { get; }

    /// <summary>Removes records by id.</summary>
    public string Delete { get; }

    /// <summary>Lets records go without a natural key.</summary>
    public string ReleaseKeys { get; }

    /// <summary>The beginning of a statement: the record <c>n</c> of each id, with its ends <c>f</c> and <c>t</c>.</summary>
    public string ById { get; }

    /// <summary>The same by natural key.</summary>
    public string ByKey { get; }

    public static KindTexts Of(RecordKind kind) => ByKind[kind];
}
