using System.Globalization;
using System.Text;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>Prints the constraints and indexes that a database needs, from the model.</summary>
internal static class SchemaText
{
    /// <summary>What must be there, in the order in which it is made.</summary>
    public static IReadOnlyList<SchemaRule> Rules { get; } = [.. AllRules()];

    /// <summary>The whole script, with line feeds; a statement a line.</summary>
    public static string Print()
    {
        var text = new StringBuilder();
        text.Append("// What a Neo4j database needs, printed from the model. Running it again changes nothing.\n");
        text.Append("// `relgraph migrate` runs it and compares what is there with it.\n\n");
        foreach (var rule in Rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rule.Statement};\n");
        }

        return text.ToString();
    }

    private static IEnumerable<SchemaRule> AllRules()
    {
        yield return SchemaRule.Unique("store_name", "Store", isNode: true, "name");
        yield return SchemaRule.Unique("sequence_name", "Sequence", isNode: true, "name");
        yield return SchemaRule.Unique("change_sequence", "Change", isNode: true, "sequence");
        yield return SchemaRule.Unique("change_commit", "Change", isNode: true, "commit_id");
        yield return SchemaRule.Unique("record_id", KindStorage.Record, isNode: true, "id");
        yield return SchemaRule.Unique("record_key", KindStorage.Record, isNode: true, KindStorage.Key);
        yield return SchemaRule.FullText(KindStorage.SearchIndex, KindStorage.Record, KindStorage.SearchWords);
        foreach (var kind in KindStorage.All)
        {
            var (model, table) = (kind.Model, kind.Model.Table);
            if (model.IsNode)
            {
                yield return SchemaRule.Range($"{table}_by_id", model.Label, isNode: true, "id");
                foreach (var property in model.Properties.Where(one => one.IsIndexed))
                {
                    var column = KindStorage.OrderOf(property);
                    yield return SchemaRule.Range($"{table}_by_{column}", model.Label, isNode: true, column, "id");
                }
            }
            else
            {
                yield return SchemaRule.Unique($"{table}_id", model.Label, isNode: false, "id");
                yield return SchemaRule.Unique($"{table}_key", model.Label, isNode: false, KindStorage.Key);
            }
        }
    }
}
