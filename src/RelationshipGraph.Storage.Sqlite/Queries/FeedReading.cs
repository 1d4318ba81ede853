namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads the change feed.</summary>
internal static class FeedReading
{
    public static FeedPage Read(Snapshot snapshot, long afterSequence, int entriesMax)
    {
        var first = snapshot.Connection.Number("SELECT min(sequence) FROM feed");
        var last = snapshot.Connection.Number("SELECT max(sequence) FROM feed");
        if (afterSequence > last || (last > 0 && afterSequence < first - 1))
        {
            return new FeedPage([], last, Reaches: false);
        }

        var entries = new List<FeedEntry>();
        using var statement = snapshot.Connection.Prepare(
            "SELECT sequence, commit_id, actor, at, changes FROM feed WHERE sequence > ?1 ORDER BY sequence LIMIT ?2");
        statement.Bind(1, afterSequence).Bind(2, entriesMax);
        while (statement.Step())
        {
            entries.Add(new FeedEntry(
                statement.Integer(0),
                new Guid(statement.Bytes(1)),
                statement.Text(2),
                DateTimeOffset.FromUnixTimeMilliseconds(statement.Integer(3)),
                FeedBlob.Unpack(statement.Bytes(4))));
        }

        return new FeedPage(entries, last, Reaches: true);
    }
}
