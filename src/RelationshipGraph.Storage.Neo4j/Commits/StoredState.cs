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
    private readonly Dictionary<RecordId, string> _keys = [];
    private long _noted;
    private long _after;

    private StoredState() { }

    /// <summary>The greatest sequence there is.</summary>
    public long Sequence { get; private set; } = -1;

    /// <summary>Whether nobody committed while it was read.</summary>
    public bool IsOfOneSequence => Sequence == _after;

    /// <summary>Makes the statements that read it; they fill the state when they are run.</summary>
    public static (StoredState State, IReadOnlyList<CypherStep> Steps) Ask(IReadOnlyList<PendingCommit> commits)
    {
        var state = new StoredState();
        var steps = new List<CypherStep>
        {
            Counter.Reading((value, noted) => (state.Sequence, state._noted) = (value, noted)),
            new(
                "UNWIND $v.ids AS id MATCH (c:Change {commit_id: id}) USING INDEX SEEK c:Change(commit_id) "
                + "RETURN c.commit_id, c.sequence",
                VaryingValues.Of("ids", commits.Select(one => one.Id).ToArray()),
                row => state._done[row.ReadText()] = row.ReadInteger()),
        };
        state.AskRecords(commits, steps);
        state.AskKeys(commits, steps);
        state.AskTies(commits, steps);
        steps.Add(Counter.Reading((value, _) => state._after = value));
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

    /// <summary>The natural key of a stored record, as it is stored; null where it has none.</summary>
    public string? KeyOf(RecordId id) => _keys.GetValueOrDefault(id);

    /// <summary>Whether all that was committed until then is there whole.</summary>
    public bool IsWhole(AppliedCommits applied) => applied.Covers(Sequence, _noted);

    private void AskRecords(IReadOnlyList<PendingCommit> commits, List<CypherStep> steps)
    {
        foreach (var group in commits.SelectMany(one => CommitGroup.TouchedBy(one.Commit)).Distinct()
            .GroupBy(id => KindTexts.Of(id.Kind).ById))
        {
            var isNode = group.First().IsNode;
            steps.Add(new CypherStep(
                $"{group.Key} RETURN n.id, n.version, n.{KindStorage.Key}{(isNode ? "" : ", n.from_id, n.to_id")}",
                VaryingValues.Of("values", group.Select(id => id.Value).ToArray()),
                row => AddRecord(row, isNode)));
        }
    }

    private void AddRecord(ICypherRow row, bool isNode)
    {
        var (id, version) = (RecordId.FromValue(row.ReadInteger()), (int)row.ReadInteger());
        if (!row.TryReadNull())
        {
            _keys[id] = row.ReadText();
        }

        _records[id] = isNode
            ? new StoredRecord(version, default, default)
            : new StoredRecord(version, RecordId.FromValue(row.ReadInteger()), RecordId.FromValue(row.ReadInteger()));
    }

    private void AskKeys(IReadOnlyList<PendingCommit> commits, List<CypherStep> steps)
    {
        foreach (var group in commits.SelectMany(one => CommitGroup.KeysOf(one.Commit)).Distinct()
            .GroupBy(key => KindTexts.Of(key.Kind).ByKey))
        {
            var keys = group.ToDictionary(KeyText.Of);
            steps.Add(new CypherStep(
                $"{group.Key} RETURN n.{KindStorage.Key}, n.id",
                VaryingValues.Of("values", keys.Keys.ToArray()),
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
                $"UNWIND $v.values AS value MATCH (n:{KindStorage.Record} {{id: value}})-[r]-() "
                + $"USING INDEX SEEK n:{KindStorage.Record}(id) "
                + "RETURN DISTINCT n.id, r.id, r.version",
                VaryingValues.Of("values", nodes),
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
}
