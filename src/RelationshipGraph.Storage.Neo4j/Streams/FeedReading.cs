using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Streams;

/// <summary>Reads and trims the change feed.</summary>
internal static class FeedReading
{
    private const int TriesMax = 10;

    private const string First = "MATCH (c:Change) WHERE c.sequence > 0 RETURN c.sequence ORDER BY c.sequence LIMIT 1";

    private const string Entries =
        "MATCH (c:Change) WHERE c.sequence > $after RETURN c.sequence, c.commit_id, c.actor, c.at, c.changes "
        + "ORDER BY c.sequence LIMIT $rows";

    // A part at a time, the oldest first, so that no transaction grows with the feed.
    private const string Trim =
        "MATCH (q:Sequence {name: 'changes'}) MATCH (c:Change) WHERE c.sequence <= $upTo AND c.sequence < q.value "
        + "WITH c ORDER BY c.sequence LIMIT 10000 DELETE c RETURN count(c)";

    public static async Task<FeedPage> ReadAsync(ConsistentRead read, long afterSequence, int entriesMax, CancellationToken ct)
    {
        for (var tries = 1; tries <= TriesMax; tries++)
        {
            var (first, entries) = (0L, new List<FeedEntry>());
            var last = await read.RunAsync(
                () =>
                {
                    first = 0;
                    entries.Clear();
                    return
                    [
                        new CypherStep(First, OnRow: row => first = row.ReadInteger()),
                        new CypherStep(
                            Entries,
                            new Dictionary<string, object?> { ["after"] = afterSequence, ["rows"] = (long)entriesMax },
                            row => entries.Add(EntryOf(row))),
                    ];
                },
                ct);
            if (afterSequence > last || (last > 0 && afterSequence < first - 1))
            {
                return new FeedPage([], last, Reaches: false);
            }

            // The feed was being trimmed meanwhile, which moves no counter.
            var isTorn = entries.Count > 0 && entries[^1].Sequence != Math.Max(afterSequence, 0) + entries.Count;
            if (!isTorn)
            {
                return new FeedPage(entries, last, Reaches: true);
            }
        }

        // Nobody trims so often: entries are missing.
        throw new StoreCorruptException(Failures.Store);
    }

    public static async Task TrimAsync(ICypherTransport transport, long upToSequence, CancellationToken ct)
    {
        long count;
        do
        {
            count = 0;
            await transport.RunAsync(
                CypherAccess.Write,
                () =>
                [
                    new CypherStep(
                        Trim,
                        new Dictionary<string, object?> { ["upTo"] = upToSequence },
                        row => count = row.ReadInteger()),
                ],
                ct);
        }
        while (count > 0);
    }

    private static FeedEntry EntryOf(ICypherRow row)
    {
        var (sequence, id, actor) = (row.ReadInteger(), Guid.ParseExact(row.ReadText(), "N"), row.ReadText());
        var at = DateTimeOffset.FromUnixTimeMilliseconds(row.ReadInteger());
        return new FeedEntry(sequence, id, actor, at, FeedBlob.Unpack(row.ReadBytes()));
    }
}
