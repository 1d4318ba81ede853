using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Upkeep;

/// <summary>Looks for damage: what is stored beside a record must be what its properties give.</summary>
internal static class StoreCheck
{
    private const int FindingsMax = 100;
    private const int RowsMax = 5_000;

    public static async Task<IReadOnlyList<string>> FindAsync(ICypherTransport transport, CancellationToken ct)
    {
        var findings = new List<string>(await new Migration(transport).FindDifferencesAsync(ct));
        await CheckFeedAsync(transport, findings, ct);
        await CheckLabelsAsync(transport, findings, ct);
        foreach (var kind in KindStorage.All)
        {
            await CheckRecordsAsync(transport, kind, findings, ct);
        }

        return findings;
    }

    private static async Task CheckFeedAsync(ICypherTransport transport, List<string> findings, CancellationToken ct)
    {
        var (count, first, last, value) = (0L, 0L, 0L, -1L);
        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep(
                    "MATCH (c:Change) RETURN count(c), coalesce(min(c.sequence), 0), coalesce(max(c.sequence), 0)",
                    OnRow: row => (count, first, last) = (row.ReadInteger(), row.ReadInteger(), row.ReadInteger())),
                new CypherStep(Queries.ConsistentRead.Sequence, OnRow: row => value = row.ReadInteger()),
            ],
            ct);
        if (count > 0 && last - first + 1 != count)
        {
            findings.Add("The feed has gaps.");
        }

        if (value < 0)
        {
            findings.Add("The counter of commits is missing.");
        }
        else if (last > value || (count > 0 && last < value))
        {
            findings.Add("The counter of commits does not stand at the last entry of the feed.");
        }
    }

    private static async Task CheckLabelsAsync(ICypherTransport transport, List<string> findings, CancellationToken ct)
    {
        var (strangers, ties) = (0L, 0L);
        var labels = GraphModel.Nodes.Select(model => model.Label).ToArray();
        var types = GraphModel.Relationships.Select(model => model.Label).ToArray();
        await transport.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep(
                    $"MATCH (n:{KindStorage.Record}) WHERE size([l IN labels(n) WHERE l IN $labels]) <> 1 RETURN count(n)",
                    new Dictionary<string, object?> { ["labels"] = labels },
                    row => strangers = row.ReadInteger()),
                new CypherStep(
                    "MATCH (f)-[r]->(t) WHERE NOT type(r) IN $types OR f.id <> r.from_id OR t.id <> r.to_id RETURN count(r)",
                    new Dictionary<string, object?> { ["types"] = types },
                    row => ties = row.ReadInteger()),
            ],
            ct);
        if (strangers > 0)
        {
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"{strangers} nodes are of no kind, or of several."));
        }

        if (ties > 0)
        {
            findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{ties} relationships are of no type of ours, or join others than they name."));
        }
    }

    private static async Task CheckRecordsAsync(
        ICypherTransport transport, KindStorage kind, List<string> findings, CancellationToken ct)
    {
        var after = 0L;
        var beside = kind.Stored.Where(name => kind.Model.Properties.All(one => KindStorage.PropertyOf(one) != name)
            && name != $"`{KindStorage.Sequence}`").ToList();
        var text = (kind.Model.IsNode ? $"MATCH (n:{kind.Label})" : $"MATCH ()-[n:{kind.Label}]->()")
            + $" WHERE n.id > $after WITH n ORDER BY n.id LIMIT $rows RETURN {kind.Columns("n")}, "
            + string.Join(", ", beside.Select(name => $"n.{name}"));
        var count = RowsMax;
        while (count == RowsMax && findings.Count < FindingsMax)
        {
            count = 0;
            var wrong = new List<string>();
            await transport.RunAsync(
                CypherAccess.Read,
                () =>
                [
                    new CypherStep(
                        text,
                        new Dictionary<string, object?> { ["after"] = after, ["rows"] = (long)RowsMax },
                        row =>
                        {
                            count++;
                            var record = kind.Read(row);
                            after = record.Id.Value;
                            wrong.AddRange(Differences(kind, record, beside, row));
                        }),
                ],
                ct);
            findings.AddRange(wrong.Distinct().Take(FindingsMax - findings.Count));
        }
    }

    private static IEnumerable<string> Differences(KindStorage kind, Record record, List<string> beside, ICypherRow row)
    {
        var values = kind.ValuesOf(record, sequence: 0);
        foreach (var name in beside)
        {
            var at = kind.Stored.TakeWhile(one => one != name).Count();
            if (!IsSame(values[at], row))
            {
                yield return $"{record.Id}: {name.Trim('`')} does not fit the record.";
            }
        }
    }

    private static bool IsSame(object? expected, ICypherRow row)
    {
        if (row.TryReadNull())
        {
            return expected is null;
        }

        switch (expected)
        {
            case string text:
                return row.ReadText() == text;
            case long number:
                return row.ReadInteger() == number;
            case string[] entries:
                var stored = new string[row.ReadListCount()];
                for (var i = 0; i < stored.Length; i++)
                {
                    stored[i] = row.ReadText();
                }

                return stored.SequenceEqual(entries);
            default:
                row.Skip();
                return false;
        }
    }
}
