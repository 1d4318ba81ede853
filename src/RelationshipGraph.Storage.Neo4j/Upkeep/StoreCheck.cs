using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Upkeep;

/// <summary>Looks for damage: what is stored beside a record must be what its properties give.</summary>
/// <remarks>Findings name what is wrong and where, never a stored value.</remarks>
internal sealed class StoreCheck(ICypherTransport transport, ConsistentRead read)
{
    private const int FindingsMax = 100;
    private const int RowsMax = 5_000;

    private const string Nodes =
        $"MATCH (n:{KindStorage.Record}) USING INDEX SEEK n:{KindStorage.Record}(id) WHERE n.id > $after "
        + "WITH n ORDER BY n.id LIMIT $rows "
        + "RETURN n.id, [label IN labels(n) WHERE label IN $v.labels], properties(n)";

    private readonly List<string> _findings = [];

    public static Task<IReadOnlyList<string>> FindAsync(ICypherTransport transport, ConsistentRead read, CancellationToken ct) =>
        new StoreCheck(transport, read).FindAsync(ct);

    private async Task<IReadOnlyList<string>> FindAsync(CancellationToken ct)
    {
        _findings.AddRange(await new Migration(transport).FindDifferencesAsync(ct));
        var types = await CheckWholeAsync(ct);
        var labels = GraphModel.Nodes.Select(model => model.Label).ToArray();
        await WalkAsync(Nodes, labels, CheckNode, ct);
        foreach (var kind in types)
        {
            await WalkAsync(
                $"MATCH (f)-[n:{kind.Label}]->(t) USING INDEX SEEK n:{kind.Label}(id) WHERE n.id > $after "
                + "WITH f, n, t ORDER BY n.id LIMIT $rows RETURN n.id, f.id, t.id, properties(n)",
                labels,
                (row, id, found) => CheckTie(kind, row, id, found),
                ct);
        }

        return _findings.Count > FindingsMax ? [.. _findings.Take(FindingsMax), "There are more findings."] : _findings;
    }

    /// <returns>The relationship types that there are.</returns>
    private async Task<List<KindStorage>> CheckWholeAsync(CancellationToken ct)
    {
        var (count, first, last, strangers) = (0L, 0L, 0L, 0L);
        var types = new List<(string Name, long Count)>();
        var value = await read.RunAsync(
            () =>
            {
                types.Clear();
                return
                [
                    new CypherStep(
                        "MATCH (c:Change) RETURN count(c), coalesce(min(c.sequence), 0), coalesce(max(c.sequence), 0)",
                        OnRow: row => (count, first, last) = (row.ReadInteger(), row.ReadInteger(), row.ReadInteger())),
                    new CypherStep(
                        "MATCH (n) WHERE NOT n:Change AND NOT n:Sequence AND NOT n:Store "
                        + $"AND (NOT n:{KindStorage.Record} OR n.id IS NULL) "
                        + "RETURN count(n)",
                        OnRow: row => strangers = row.ReadInteger()),
                    new CypherStep(
                        "MATCH ()-[n]->() WITH type(n) AS name, count(n) AS count, sum(CASE WHEN n.id IS NULL THEN 1 ELSE 0 END) "
                        + "AS strangers RETURN name, strangers",
                        OnRow: row => types.Add((row.ReadText(), row.ReadInteger()))),
                ];
            },
            ct);
        if (count > 0 && last - first + 1 != count)
        {
            _findings.Add("The feed has gaps.");
        }

        if (last > value || (count > 0 && last < value))
        {
            _findings.Add("The counter of commits does not stand at the last entry of the feed.");
        }

        strangers += types.Sum(one => one.Count);
        if (strangers > 0)
        {
            _findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{strangers} nodes or relationships are no records of ours: they have no id."));
        }

        var kinds = types.ConvertAll(one => KindStorage.OfLabel(one.Name));
        if (kinds.Exists(kind => kind is null or { Model.IsNode: true }))
        {
            _findings.Add("There are relationships of types that are not of the model.");
        }

        return [.. kinds.OfType<KindStorage>().Where(kind => !kind.Model.IsNode)];
    }

    // One part of a state at a time: whatever is checked of a row is in the row.
    private async Task WalkAsync(
        string text, string[] labels, Action<ICypherRow, long, List<string>> check, CancellationToken ct)
    {
        var (after, count) = (0L, RowsMax);
        while (count == RowsMax && _findings.Count <= FindingsMax)
        {
            var (from, found) = (after, new List<string>());
            await read.RunAsync(
                () =>
                {
                    (count, after) = (0, from);
                    found.Clear();
                    var parameters = VaryingValues.Of("labels", labels);
                    parameters.Add("after", from);
                    parameters.Add("rows", (long)RowsMax);
                    return
                    [
                        new CypherStep(text, parameters, row =>
                        {
                            (count, after) = (count + 1, row.ReadInteger());
                            check(row, after, found);
                        }),
                    ];
                },
                ct);
            _findings.AddRange(found);
        }
    }

    private static void CheckNode(ICypherRow row, long number, List<string> findings)
    {
        if (TextsOf(row) is not [var label] || KindStorage.OfLabel(label) is not { } kind || !IsOf(kind, number))
        {
            row.Skip();
            findings.Add("A node is of no kind, of several, or of another than its id.");
            return;
        }

        CheckValues(kind, row, findings);
    }

    private static void CheckTie(KindStorage kind, ICypherRow row, long number, List<string> findings)
    {
        var from = row.TryReadNull() ? 0 : row.ReadInteger();
        var to = row.TryReadNull() ? 0 : row.ReadInteger();
        if (!IsOf(kind, number))
        {
            row.Skip();
            findings.Add("A relationship is of another type than its id.");
        }
        else if (CheckValues(kind, row, findings) is Relationship tie && (tie.FromId.Value != from || tie.ToId.Value != to))
        {
            findings.Add($"{tie.Id} lacks an end, or has another one than it names.");
        }
    }

    private static bool IsOf(KindStorage kind, long number) =>
        RecordId.TryFromValue(number, out var id) && id.Kind == kind.Model.Kind;

    private static Record? CheckValues(KindStorage kind, ICypherRow row, List<string> findings)
    {
        var (record, stored) = kind.ReadWhole(row);
        if (record is null)
        {
            findings.Add($"A record of {kind.Model.Name} lacks properties.");
            return null;
        }

        var expected = kind.ValuesOf(record).Where(one => !kind.IsOwn(one.Key)).ToDictionary();
        foreach (var name in expected.Keys.Union(stored.Keys, StringComparer.Ordinal))
        {
            if (!Equals(expected.GetValueOrDefault(name), stored.GetValueOrDefault(name)))
            {
                findings.Add(Finding(record.Id, name));
            }
        }

        return record;
    }

    private static string Finding(RecordId id, string property) => property switch
    {
        KindStorage.Key => $"{id} has a natural key that does not fit it.",
        KindStorage.SortKey => $"{id} has a sort key that does not fit its name.",
        KindStorage.SearchName or KindStorage.SearchWords => $"{id} has search texts that do not fit it.",
        KindStorage.CountsFrom or KindStorage.CountsUntil => $"{id} has days that do not fit it.",
        _ => $"{id} has a property that does not fit it.",
    };

    private static string[] TextsOf(ICypherRow row)
    {
        var texts = new string[row.ReadListCount()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = row.ReadText();
        }

        return texts;
    }
}
