using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>Makes the statements that write commits against which nothing speaks, each with the next sequence.</summary>
internal sealed class GroupWriting(StoredState state, IReadOnlyList<PendingCommit> commits)
{
    // The lock is taken before anything is read: what stands before it would be read too early.
    private const string Count =
        "MATCH (q:Sequence {name: 'changes'}) REMOVE q._lock WITH q WHERE q.value = $seen SET q.value = $last "
        + "RETURN 1 / count(q)";

    private const string Feed =
        "UNWIND $rows AS row CREATE (:Change {sequence: row[0], commit_id: row[1], actor: row[2], at: row[3], changes: row[4]})";

    private readonly List<CypherStep> _steps = [];

    /// <summary>The statements, in their order: the counter first, so that from there on nobody else writes.</summary>
    public IReadOnlyList<CypherStep> Steps()
    {
        _steps.Clear();
        _steps.Add(new CypherStep(Count, new Dictionary<string, object?>
        {
            ["seen"] = state.Sequence,
            ["last"] = state.Sequence + commits.Count,
        }));
        Remove();
        ReleaseKeys();
        Write(isNew: true, areNodes: true);
        Write(isNew: false, areNodes: true);
        Write(isNew: true, areNodes: false);
        Write(isNew: false, areNodes: false);
        AddRows(Feed, commits.Select((one, at) => new object?[]
        {
            SequenceOf(at), one.Id, one.Commit.Actor, one.Commit.At.ToUnixTimeMilliseconds(), FeedBlob.Pack(FeedOf(one.Commit)),
        }));
        return _steps;
    }

    /// <summary>The sequence that a commit gets.</summary>
    public long SequenceOf(int place) => state.Sequence + place + 1;

    private void Remove()
    {
        var gone = commits.SelectMany(one => one.Commit.Changes).OfType<Change.Delete>().Select(change => change.Id).ToList();
        foreach (var group in gone.Where(id => !id.IsNode).GroupBy(id => id.Kind))
        {
            AddIds($"UNWIND $ids AS id MATCH ()-[n:{KindStorage.Of(group.Key).Label} {{id: id}}]->() DELETE n", group);
        }

        AddIds($"UNWIND $ids AS id MATCH (n:{KindStorage.Record} {{id: id}}) DETACH DELETE n", gone.Where(id => id.IsNode));
    }

    // Records may hand their keys on to each other: they let go before anyone takes.
    private void ReleaseKeys() => AddIds(
        $"UNWIND $ids AS id MATCH (n:{KindStorage.Record} {{id: id}}) REMOVE n.key",
        commits.SelectMany(one => one.Commit.Changes).OfType<Change.Update>()
            .Where(change => change.Id.IsNode).Select(change => change.Id));

    private void Write(bool isNew, bool areNodes)
    {
        var rows = commits.SelectMany((one, at) => one.Commit.Changes
            .Where(change => change.Id.IsNode == areNodes && (isNew ? change is Change.Create : change is Change.Update))
            .Select(change => (Record: CommitJudge.RecordOf(change)!, Sequence: SequenceOf(at))));
        foreach (var group in rows.GroupBy(one => one.Record.Id.Kind))
        {
            var kind = KindStorage.Of(group.Key);
            AddRows(
                isNew ? WriteTexts.Create(kind) : WriteTexts.Update(kind),
                group.Select(one => kind.ValuesOf(one.Record, one.Sequence)));
        }
    }

    private List<FeedChange> FeedOf(Commit commit)
    {
        var named = commit.Changes.OfType<Change.Delete>().Select(change => change.Id).ToHashSet();
        var told = new HashSet<RecordId>();
        var changes = new List<FeedChange>(commit.Changes.Count);
        foreach (var change in commit.Changes)
        {
            changes.Add(change switch
            {
                Change.Create { Record: var record } => new(record.Id, FeedOperation.Created, record.Version),
                Change.Update { Record: var record } => new(record.Id, FeedOperation.Updated, record.Version),
                _ => new(change.Id, FeedOperation.Deleted, state.Find(change.Id)!.Value.Version),
            });
            if (change is Change.Delete)
            {
                changes.AddRange(state.TiesOf(change.Id).Where(tie => !named.Contains(tie.Id) && told.Add(tie.Id))
                    .OrderBy(tie => tie.Id));
            }
        }

        return changes;
    }

    private void AddIds(string text, IEnumerable<RecordId> ids)
    {
        var values = ids.Select(id => id.Value).ToArray();
        if (values.Length > 0)
        {
            _steps.Add(new CypherStep(text, new Dictionary<string, object?> { ["ids"] = values }));
        }
    }

    private void AddRows(string text, IEnumerable<object?[]> rows)
    {
        var values = rows.ToArray();
        if (values.Length > 0)
        {
            _steps.Add(new CypherStep(text, new Dictionary<string, object?> { ["rows"] = values }));
        }
    }
}
