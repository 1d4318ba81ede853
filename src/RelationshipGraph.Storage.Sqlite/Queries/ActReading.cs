using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>Reads interactions narrow and fast, for the strength of ties.</summary>
internal static class ActReading
{
    private static readonly string Text =
        $"SELECT id, from_id, to_id, owner_id, visibility, {KindTable.SourceColumn}, \"at\", channel, direction,"
        + " CASE WHEN participant_ids IS NULL THEN 0 ELSE json_array_length(participant_ids) END"
        + $" FROM {KindTable.Of(RecordKind.Interaction).Name} WHERE id > ?1 ORDER BY id LIMIT ?2";

    public static ActBatch Read(Snapshot snapshot, RecordId after, int rowsMax)
    {
        using var statement = snapshot.Connection.Prepare(Text);
        statement.Bind(1, after.Value).Bind(2, rowsMax + 1L);
        var acts = new List<Act>(Math.Min(rowsMax, 1 << 16));
        while (statement.Step())
        {
            if (acts.Count == rowsMax)
            {
                return new ActBatch(acts, true);
            }

            acts.Add(new Act(
                statement.Id(0), statement.Id(1), statement.Id(2), statement.IdOrNone(3), (Visibility)statement.Integer(4),
                statement.IsNull(5) ? null : snapshot.Sources.NameOf(statement.Integer(5)), statement.Integer(6),
                CodeText.Of<Channel>(statement.Text(7)), CodeText.Of<ContactDirection>(statement.Text(8)),
                1 + (int)statement.Integer(9)));
        }

        return new ActBatch(acts, false);
    }
}
