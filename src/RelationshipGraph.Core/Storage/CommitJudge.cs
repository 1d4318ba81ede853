using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>
/// Judges the changes of one commit, each by the records as they would be if all the others were done. Every store brings what is
/// stored, of one state, and lets nobody write until what was judged has been written.
/// </summary>
public sealed class CommitJudge
{
    private readonly Commit _commit;
    private readonly Func<RecordId, bool> _isThere;
    private readonly Func<NaturalKey, RecordId> _holderOf;
    private readonly HashSet<RecordId> _created = [];
    private readonly HashSet<RecordId> _updated = [];
    private readonly HashSet<RecordId> _deleted = [];
    private readonly Dictionary<NaturalKey, int> _given = [];

    /// <param name="commit">What is asked.</param>
    /// <param name="isThere">Whether a node is stored.</param>
    /// <param name="holderOf">The record that is stored with a key; none where there is none.</param>
    public CommitJudge(Commit commit, Func<RecordId, bool> isThere, Func<NaturalKey, RecordId> holderOf)
    {
        ArgumentNullException.ThrowIfNull(commit);
        (_commit, _isThere, _holderOf) = (commit, isThere, holderOf);
        foreach (var change in commit.Changes)
        {
            var set = change switch
            {
                Change.Create => _created,
                Change.Update => _updated,
                _ => _deleted,
            };
            set.Add(change.Id);
            if (RecordOf(change)?.NaturalKey is { } key)
            {
                _given[key] = _given.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>The record that a change writes; null for a removal.</summary>
    public static Record? RecordOf(Change change) => change switch
    {
        Change.Create create => create.Record,
        Change.Update update => update.Record,
        _ => null,
    };

    /// <summary>Every change that may not be done, and why.</summary>
    /// <param name="stored">The records that the changes name, by the changes' places; null where there is none.</param>
    public List<Refusal> Refusals(IReadOnlyList<StoredRecord?> stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var refusals = new List<Refusal>();
        for (var i = 0; i < _commit.Changes.Count; i++)
        {
            var change = _commit.Changes[i];
            if (ReasonAgainst(change, stored[i]) is { } reason)
            {
                refusals.Add(new Refusal(i, change.Id, reason));
            }
        }

        return refusals;
    }

    private RefusalReason? ReasonAgainst(Change change, StoredRecord? stored)
    {
        if (change is Change.Create)
        {
            if (stored is not null)
            {
                return RefusalReason.IdTaken;
            }
        }
        else if (stored is null)
        {
            return RefusalReason.NotFound;
        }
        else if (stored.Value.Version != change.SeenVersion)
        {
            return RefusalReason.VersionConflict;
        }

        return RecordOf(change) is { } record ? ReasonAgainst(record, stored) : null;
    }

    private RefusalReason? ReasonAgainst(Record record, StoredRecord? stored)
    {
        if (record is Relationship tie)
        {
            if (stored is { } before && (before.FromId != tie.FromId || before.ToId != tie.ToId))
            {
                return RefusalReason.EndChanged;
            }

            if (!WillBeThere(tie.FromId) || !WillBeThere(tie.ToId))
            {
                return RefusalReason.EndMissing;
            }
        }

        return record.NaturalKey is { } key && (_given[key] > 1 || IsKept(key, record.Id)) ? RefusalReason.KeyTaken : null;
    }

    private bool WillBeThere(RecordId node) => !_deleted.Contains(node) && (_created.Contains(node) || _isThere(node));

    // Whether another record has the key and the commit leaves it with it. A relationship with the same key has the same ends:
    // that these are not removed has been seen already.
    private bool IsKept(NaturalKey key, RecordId asker)
    {
        var holder = _holderOf(key);
        return !holder.IsNone && holder != asker && !_updated.Contains(holder) && !_deleted.Contains(holder);
    }
}
