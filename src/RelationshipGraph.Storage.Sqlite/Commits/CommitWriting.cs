using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>Writes the changes of a commit against which nothing speaks.</summary>
internal sealed class CommitWriting(Snapshot state, Commit commit, IReadOnlyList<Stored?> before)
{
    // What a deleted node takes with it, by the place of its change.
    private readonly Dictionary<int, List<FeedChange>> _taken = [];

    private Connection Connection => state.Connection;

    /// <summary>Writes all and returns what the feed says of it.</summary>
    public List<FeedChange> Write()
    {
        Remove();
        ReleaseKeys();
        for (var i = 0; i < commit.Changes.Count; i++)
        {
            switch (commit.Changes[i])
            {
                case Change.Create create:
                    Insert(create.Record);
                    break;
                case Change.Update update:
                    Replace(update.Record);
                    break;
                default:
                    break;
            }
        }

        return Feed();
    }

    private void Remove()
    {
        var named = commit.Changes.OfType<Change.Delete>().Select(delete => delete.Id).ToHashSet();
        for (var i = 0; named.Count > 0 && i < commit.Changes.Count; i++)
        {
            if (commit.Changes[i] is not Change.Delete { Id: var id })
            {
                continue;
            }

            Run(KindTable.Of(id.Kind).Rows.Delete, id);
            if (id.IsNode)
            {
                Run("DELETE FROM node WHERE id = ?1", id);
                SearchWriting.Remove(Connection, id);
                _taken[i] = TakeTies(id, named);
            }
        }
    }

    private List<FeedChange> TakeTies(RecordId node, HashSet<RecordId> named)
    {
        var taken = new List<FeedChange>();
        foreach (var model in GraphModel.Relationships)
        {
            var isAtEnd = model.FromKinds.Contains(node.Kind) || model.ToKinds.Contains(node.Kind);
            if (!isAtEnd)
            {
                continue;
            }

            var table = KindTable.Of(model.Kind);
            using (var statement = Connection.Prepare(
                $"SELECT id, version FROM {table.Name} WHERE from_id = ?1"
                + $" UNION SELECT id, version FROM {table.Name} WHERE to_id = ?1"))
            {
                statement.Bind(1, node.Value);
                while (statement.Step())
                {
                    taken.Add(new FeedChange(statement.Id(0), FeedOperation.Deleted, (int)statement.Integer(1)));
                }
            }
        }

        taken.RemoveAll(tie => named.Contains(tie.Id));
        taken.Sort((left, right) => left.Id.CompareTo(right.Id));
        taken.ForEach(tie => Run(KindTable.Of(tie.Id.Kind).Rows.Delete, tie.Id));
        return taken;
    }

    // Records may hand their keys on to each other: they let go before anyone takes.
    private void ReleaseKeys()
    {
        for (var i = 0; i < commit.Changes.Count; i++)
        {
            var id = commit.Changes[i].Id;
            if (commit.Changes[i] is Change.Update update && before[i]?.Key is { } key && key != update.Record.NaturalKey)
            {
                Run($"UPDATE {KindTable.Of(id.Kind).Name} SET {KindTable.SourceColumn} = NULL WHERE id = ?1", id);
            }
        }
    }

    private void Insert(Record record)
    {
        var rows = KindTable.Of(record.Id.Kind).Rows;
        using var statement = Connection.Prepare(rows.Insert);
        rows.Bind(statement, record, state.Sources);
        statement.Run();
        if (record is Node node)
        {
            NodeRow.Of(node).Write(Connection);
            SearchWriting.Insert(Connection, node);
        }
    }

    private void Replace(Record record)
    {
        var rows = KindTable.Of(record.Id.Kind).Rows;
        using var statement = Connection.Prepare(rows.Update);
        rows.Bind(statement, record, state.Sources);
        statement.Run();
        if (record is Node node)
        {
            NodeRow.Of(node).Write(Connection);
            SearchWriting.Replace(Connection, node);
        }
    }

    private List<FeedChange> Feed()
    {
        var changes = new List<FeedChange>(commit.Changes.Count);
        for (var i = 0; i < commit.Changes.Count; i++)
        {
            changes.Add(commit.Changes[i] switch
            {
                Change.Create { Record: var record } => new(record.Id, FeedOperation.Created, record.Version),
                Change.Update { Record: var record } => new(record.Id, FeedOperation.Updated, record.Version),
                var delete => new(delete.Id, FeedOperation.Deleted, before[i]!.Value.Version),
            });
            if (_taken.TryGetValue(i, out var taken))
            {
                changes.AddRange(taken);
            }
        }

        return changes;
    }

    private void Run(string sql, RecordId id)
    {
        using var statement = Connection.Prepare(sql);
        statement.Bind(1, id.Value).Run();
    }
}
