using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>What is stored of all that a group of commits touches, as of one sequence.</summary>
internal sealed class StoredState
{
    private readonly Dictionary<RecordId, StoredRecord> _records = [];
    private readonly Dictionary<NaturalKey, RecordId> _holders = [];
    private readonly Dictionary<string, long> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<RecordId, List<FeedChange>> _ties = [];

    private StoredState() { }

    /// <summary>The greatest sequence there is.</summary>
    public long Sequence { get; private set; }

    /// <summary>Makes the statements that read it; they fill the state when they are run.</summary>
    public static (StoredState State, IReadOnlyList<CypherStep> Steps) Ask(IReadOnlyList<PendingCommit> commits)
    {
        var state = new StoredState();
        var steps = new List<CypherStep>
        {
            new(ConsistentRead.Sequence, OnRow: row => state.Sequence = row.ReadInteger()),
            new(
                "UNWIND $ids AS id MATCH (c:Change {commit_id: id}) RETURN c.commit_id, c.sequence",
                Of("ids", commits.Select(one => one.Id).ToArray()),
                row => state._done[row.ReadText()] = row.ReadInteger()),
        };
        state.AskRecords(commits, steps);
        state.AskKeys(commits, steps);
        state.AskTies(commits, steps);
        return (state, steps);
    }

    /// <summary>The sequence of a commit that is done; null where it is not.</summary>
    public long? SequenceOf(PendingCommit pending) => _done.TryGetValue(pending.Id, out var sequence) ? sequence : null;

    /// <summary>The record that is stored; null where there is none.</summary>
    public StoredRecord? Find(RecordId id) => _records.TryGetValue(id, out var record) ? record : null;

    /// <summary>Every change of a commit that may not be done.</summary>
    public List<Refusal> Judge(Commit commit) =>
        new CommitJudge(commit, _records.ContainsKey, key => _holders.GetValueOrDefault(key))
            .Refusals([.. commit.Changes.Select(change => Find(change.Id))]);

    /// <summary>The relationships that a node takes with it, as the feed says it.</summary>
    public IReadOnlyList<FeedChange> TiesOf(RecordId node) => _ties.GetValueOrDefault(node) ?? [];

    private void AskRecords(IReadOnlyList<PendingCommit> commits, List<CypherStep> steps)
    {
        foreach (var group in commits.SelectMany(one => CommitGroup.TouchedBy(one.Commit)).Distinct()
            .GroupBy(id => id.IsNode ? default(RecordKind?) : id.Kind))
        {
            var ids = Of("ids", group.Select(id => id.Value).ToArray());
            steps.Add(group.Key is { } kind
                ? new CypherStep(
                    $"UNWIND $ids AS id MATCH ()-[n:{KindStorage.Of(kind).Label} {{id: id}}]->() "
                    + "RETURN n.id, n.version, n.from_id, n.to_id",
                    ids,
                    row => _records[RecordId.FromValue(row.ReadInteger())] = new StoredRecord(
                        (int)row.ReadInteger(), RecordId.FromValue(row.ReadInteger()), RecordId.FromValue(row.ReadInteger())))
                : new CypherStep(
                    $"UNWIND $ids AS id MATCH (n:{KindStorage.Record} {{id: id}}) RETURN n.id, n.version",
                    ids,
                    row => _records[RecordId.FromValue(row.ReadInteger())] =
                        new StoredRecord((int)row.ReadInteger(), default, default)));
        }
    }

    private void AskKeys(IReadOnlyList<PendingCommit> commits, List<CypherStep> steps)
    {
        foreach (var group in commits.SelectMany(one => CommitGroup.KeysOf(one.Commit)).Distinct().GroupBy(key => key.Kind))
        {
            var keys = group.ToDictionary(KeyText.Of);
            var kind = KindStorage.Of(group.Key);
            var pattern = kind.Model.IsNode
                ? $"(n:{KindStorage.Record} {{key: key}})"
                : $"()-[n:{kind.Label} {{key: key}}]->()";
            steps.Add(new CypherStep(
                $"UNWIND $keys AS key MATCH {pattern} RETURN n.key, n.id",
                Of("keys", keys.Keys.ToArray()),
                row => _holders[keys[row.ReadText()]] = RecordId.FromValue(row.ReadInteger())));
        }
    }

    private void AskTies(IReadOnlyList<PendingCommit> commits, List<CypherStep> steps)
    {
        var nodes = commits.SelectMany(one => one.Commit.Changes).OfType<Change.Delete>()
            .Where(change => change.Id.IsNode).Select(change => change.Id.Value).Distinct().ToArray();
        if (nodes.Length > 0)
        {
            steps.Add(new CypherStep(
                $"UNWIND $ids AS id MATCH (n:{KindStorage.Record} {{id: id}})-[r]-() RETURN DISTINCT n.id, r.id, r.version",
                Of("ids", nodes),
                row =>
                {
                    var node = RecordId.FromValue(row.ReadInteger());
                    if (!_ties.TryGetValue(node, out var ties))
                    {
                        _ties.Add(node, ties = []);
                    }

                    ties.Add(new FeedChange(
                        RecordId.FromValue(row.ReadInteger()), FeedOperation.Deleted, (int)row.ReadInteger()));
                }));
        }
    }

    private static Dictionary<string, object?> Of(string name, object value) => new() { [name] = value };
}
