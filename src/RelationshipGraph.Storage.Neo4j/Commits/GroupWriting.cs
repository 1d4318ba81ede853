using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Queries;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Commits;

/// <summary>Makes the statements that write commits against which nothing speaks, each with the next sequence.</summary>
internal sealed class GroupWriting(StoredState state, IReadOnlyList<PendingCommit> commits)
{
    private const string Feed =
        "UNWIND $v.rows AS row "
        + "CREATE (:Change {sequence: row[0], commit_id: row[1], actor: row[2], at: row[3], changes: row[4]})";

    private readonly List<CypherStep> _steps = [];

    /// <summary>The statements, in their order: the counter first, so that from there on nobody else writes.</summary>
    /// <param name="onHeld">Called when the counter is held; null: nobody waits for that.</param>
    public IReadOnlyList<CypherStep> Steps(Action? onHeld)
    {
        _steps.Clear();
        _steps.Add(Counter.Moving(state.Sequence, commits.Count, onHeld));
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
            AddIds(KindTexts.Of(group.Key).Delete, group);
        }

        AddIds(KindTexts.DeleteNodes, gone.Where(id => id.IsNode));
    }

    // Records may hand their keys on to each other: they let go before anyone takes.
    private void ReleaseKeys()
    {
        var changed = commits.SelectMany(one => one.Commit.Changes).OfType<Change.Update>()
            .Where(change => state.KeyOf(change.Id) is { } key && key != TextOf(change.Record.NaturalKey))
            .Select(change => change.Id).ToList();
        foreach (var group in changed.GroupBy(id => KindTexts.Of(id.Kind).ReleaseKeys))
        {
            AddIds(group.Key, group);
        }

        static string? TextOf(NaturalKey? key) => key is { } given ? KeyText.Of(given) : null;
    }

    private void Write(bool isNew, bool areNodes)
    {
        var rows = commits.SelectMany(one => one.Commit.Changes.Zip(one.Written)
            .Where(pair => pair.First.Id.IsNode == areNodes
                && (isNew ? pair.First is Change.Create : pair.First is Change.Update))
            .Select(pair => (Texts: KindTexts.Of(pair.First.Id.Kind), Row: pair.Second)));
        foreach (var group in rows.GroupBy(one => isNew ? one.Texts.Create : one.Texts.Update))
        {
            AddRows(group.Key, group.Select(one => one.Row));
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
            _steps.Add(new CypherStep(text, VaryingValues.Of("ids", values)));
        }
    }

    private void AddRows(string text, IEnumerable<object?> rows)
    {
        var values = rows.ToArray();
        if (values.Length > 0)
        {
            _steps.Add(new CypherStep(text, VaryingValues.Of("rows", values)));
        }
    }
}
