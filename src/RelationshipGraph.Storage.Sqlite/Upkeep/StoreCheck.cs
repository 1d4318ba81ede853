using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Commits;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;
using RelationshipGraph.Text;

namespace RelationshipGraph.Storage.Sqlite.Upkeep;

/// <summary>Looks for damage. Findings name what is wrong and where, never a stored value.</summary>
internal static class StoreCheck
{
    private const int FindingsMax = 100;

    public static IReadOnlyList<string> Findings(Snapshot state)
    {
        var findings = new List<string>();
        CheckPages(state, findings);
        if (findings.Count > 0)
        {
            // Reading records out of damaged pages would only say the same again.
            return findings;
        }

        CheckFeed(state, findings);
        if (!SearchIndexCheck.Fits(state.Connection))
        {
            findings.Add("The index of search texts does not fit the texts.");
        }

        foreach (var table in KindTable.All)
        {
            CheckRows(state, table, findings);
        }

        CheckOrphans(state, findings);
        return findings.Count > FindingsMax ? [.. findings.Take(FindingsMax), "There are more findings."] : findings;
    }

    private static void CheckPages(Snapshot state, List<string> findings)
    {
        using var statement = state.Connection.Prepare($"PRAGMA integrity_check({FindingsMax})");
        while (statement.Step())
        {
            var text = statement.Text(0);
            if (text != "ok")
            {
                findings.Add($"The file: {text}.");
            }
        }
    }

    private static void CheckFeed(Snapshot state, List<string> findings)
    {
        if (state.Connection.Number("SELECT coalesce(max(sequence) - min(sequence) + 1, 0) - count(*) FROM feed") != 0)
        {
            findings.Add("The feed has a gap.");
        }
    }

    private static void CheckRows(Snapshot state, KindTable table, List<string> findings)
    {
        var model = table.Model;
        var last = model.IsNode
            ? model.NameProperty is null ? "NULL" : KindTable.SortKeyColumn
            : $"{KindTable.LocalKeyColumn}, {HasNode("from_id")}, {HasNode("to_id")}";
        using var statement = state.Connection.Prepare(
            $"SELECT {table.Rows.Select("n")}, {last} FROM {table.Name} n ORDER BY n.id");
        var next = model.Properties.Count;
        while (statement.Step() && findings.Count <= FindingsMax)
        {
            var record = table.Rows.Read(statement, state.Sources);
            if (record.Id.Kind != model.Kind)
            {
                findings.Add($"{record.Id} lies in the table of {model.Name}.");
            }
            else if (record is Node node)
            {
                var key = statement.IsNull(next) ? null : statement.Text(next);
                CheckNode(state, node, key, findings);
            }
            else
            {
                CheckTie((Relationship)record, statement, next, findings);
            }
        }

        static string HasNode(string end) => $"EXISTS (SELECT 1 FROM node WHERE node.id = n.{end})";
    }

    private static void CheckTie(Relationship tie, Statement row, int next, List<string> findings)
    {
        if (row.Integer(next + 1) == 0 || row.Integer(next + 2) == 0)
        {
            findings.Add($"{tie.Id} lacks an end.");
        }

        if ((row.IsNull(next) ? null : row.Text(next)) != tie.NaturalKey?.Local)
        {
            findings.Add($"{tie.Id} has a natural key that does not fit it.");
        }
    }

    private static void CheckNode(Snapshot state, Node node, string? sortKey, List<string> findings)
    {
        var model = GraphModel.Of(node.Id);
        if (model.NameProperty is { } name && sortKey != SortKey.Of(name.Get(node).Text))
        {
            findings.Add($"{node.Id} has a sort key that does not fit its name.");
        }

        if (model.IsSearched && SearchWriting.Find(state.Connection, node.Id) != SearchEntry.Of(node))
        {
            findings.Add($"{node.Id} has search texts that do not fit it.");
        }

        if (!NodeRow.Of(node).IsStored(state.Connection))
        {
            findings.Add($"{node.Id} has an entry for its visibility that does not fit it.");
        }
    }

    private static void CheckOrphans(Snapshot state, List<string> findings)
    {
        var nodes = string.Join(" + ", GraphModel.Nodes.Select(model => Count(KindTable.Of(model.Kind).Name)));
        if (state.Connection.Number($"SELECT {Count("node")} - ({nodes})") != 0)
        {
            findings.Add("There are entries for the visibility of nodes that do not exist.");
        }

        var searched = string.Join(" + ", GraphModel.Nodes.Where(model => model.IsSearched)
            .Select(model => Count(KindTable.Of(model.Kind).Name)));
        if (state.Connection.Number($"SELECT {Count("search_text")} - ({searched})") != 0)
        {
            findings.Add("There are search texts of nodes that do not exist.");
        }

        static string Count(string table) => $"(SELECT count(*) FROM {table})";
    }
}
