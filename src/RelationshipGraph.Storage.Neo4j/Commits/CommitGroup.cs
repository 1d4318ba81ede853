using RelationshipGraph.Model;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>
/// Commits that can be judged by what is stored alone, each as if the others were not there: no two of them touch one record,
/// one key or one end.
/// </summary>
internal sealed class CommitGroup
{
    private const int CommitsMax = 64;

    private readonly List<PendingCommit> _commits = [];
    private readonly HashSet<RecordId> _records = [];
    private readonly HashSet<NaturalKey> _keys = [];
    private readonly HashSet<string> _ids = [];
    private int _changes;
    private bool _removesNodes;
    private bool _removesTies;

    public IReadOnlyList<PendingCommit> Commits => _commits;

    /// <summary>Takes a commit in; false where it has to wait for the next group.</summary>
    public bool TryAdd(PendingCommit pending)
    {
        var changes = pending.Commit.Changes;
        var (removesNodes, removesTies) = (Removes(changes, nodes: true), Removes(changes, nodes: false));
        if (_commits.Count > 0 && (_commits.Count == CommitsMax || _changes + changes.Count > Limits.CommitChangesMax
            || _ids.Contains(pending.Id) || TouchedBy(pending.Commit).Any(_records.Contains)
            || KeysOf(pending.Commit).Any(_keys.Contains)
            // A node takes relationships with it that another commit may remove as well.
            || (removesNodes && (_removesNodes || _removesTies)) || (removesTies && _removesNodes)))
        {
            return false;
        }

        _commits.Add(pending);
        _changes += changes.Count;
        _ids.Add(pending.Id);
        _records.UnionWith(TouchedBy(pending.Commit));
        _keys.UnionWith(KeysOf(pending.Commit));
        (_removesNodes, _removesTies) = (_removesNodes || removesNodes, _removesTies || removesTies);
        return true;
    }

    /// <summary>The records that a commit changes, and the nodes at the ends of its relationships.</summary>
    public static IEnumerable<RecordId> TouchedBy(Commit commit) => commit.Changes.SelectMany(change =>
        CommitJudge.RecordOf(change) is Relationship tie ? [tie.Id, tie.FromId, tie.ToId] : (RecordId[])[change.Id]);

    /// <summary>The natural keys that a commit gives.</summary>
    public static IEnumerable<NaturalKey> KeysOf(Commit commit) =>
        commit.Changes.Select(change => CommitJudge.RecordOf(change)?.NaturalKey).OfType<NaturalKey>();

    private static bool Removes(IReadOnlyList<Change> changes, bool nodes) =>
        changes.Any(change => change is Change.Delete && change.Id.IsNode == nodes);
}
