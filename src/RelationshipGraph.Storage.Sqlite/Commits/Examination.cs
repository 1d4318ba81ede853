using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>
/// Judges the changes of one commit, each by the records as they would be if all the others were done, inside the transaction
/// that will write them.
/// </summary>
internal sealed class Examination
{
    private readonly Snapshot _state;
    private readonly Commit _commit;
    private readonly Stored?[] _stored;
    private readonly HashSet<RecordId> _created = [];
    private readonly HashSet<RecordId> _updated = [];
    private readonly HashSet<RecordId> _deleted = [];
    private readonly Dictionary<RecordId, bool> _isThere = [];
    private readonly Dictionary<NaturalKey, int> _given = [];

    public Examination(Snapshot state, Commit commit)
    {
        (_state, _commit, _stored) = (state, commit, new Stored?[commit.Changes.Count]);
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

    /// <summary>The records that the changes name, as they are stored, by the changes' places.</summary>
    public IReadOnlyList<Stored?> Before => _stored;

    /// <summary>The record that a change writes; null for a removal.</summary>
    public static Record? RecordOf(Change change) => change switch
    {
        Change.Create create => create.Record,
        Change.Update update => update.Record,
        _ => null,
    };

    /// <summary>Every change that may not be done, and why.</summary>
    public List<Refusal> Refusals()
    {
        ReadStored();
        var refusals = new List<Refusal>();
        for (var i = 0; i < _stored.Length; i++)
        {
            var change = _commit.Changes[i];
            if (ReasonAgainst(change, _stored[i]) is { } reason)
            {
                refusals.Add(new Refusal(i, change.Id, reason));
            }
        }

        return refusals;
    }

    private void ReadStored()
    {
        foreach (var kind in _commit.Changes.Select((change, at) => (change.Id, At: at)).GroupBy(one => one.Id.Kind))
        {
            var table = KindTable.Of(kind.Key);
            var rest = table.Model.IsNode ? "external_id" : $"{KindTable.LocalKeyColumn}, from_id, to_id";
            using var statement = _state.Connection.Prepare(
                $"SELECT version, {KindTable.SourceColumn}, {rest} FROM {table.Name} WHERE id = ?1");
            foreach (var (id, at) in kind)
            {
                _stored[at] = statement.Bind(1, id.Value).Step() ? StoredOf(statement, table.Model) : null;
                statement.Rewind();
            }
        }
    }

    private Stored StoredOf(Statement row, RecordModel model)
    {
        var (from, to) = model.IsNode ? default : (row.Id(3), row.Id(4));
        var key = row.IsNull(1) || row.IsNull(2)
            ? default(NaturalKey?)
            : new NaturalKey(model.Kind, _state.Sources.NameOf(row.Integer(1)), from, to, row.Text(2));
        return new Stored((int)row.Integer(0), from, to, key);
    }

    private RefusalReason? ReasonAgainst(Change change, Stored? stored)
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

    private RefusalReason? ReasonAgainst(Record record, Stored? stored)
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

    private bool WillBeThere(RecordId node)
    {
        if (_deleted.Contains(node))
        {
            return false;
        }

        if (_created.Contains(node))
        {
            return true;
        }

        if (!_isThere.TryGetValue(node, out var isThere))
        {
            using var statement = _state.Connection.Prepare("SELECT 1 FROM node WHERE id = ?1");
            isThere = statement.Bind(1, node.Value).Step();
            _isThere[node] = isThere;
        }

        return isThere;
    }

    /// <summary>Whether another record has the key and the commit leaves it with it.</summary>
    private bool IsKept(NaturalKey key, RecordId asker)
    {
        if (_state.Sources.Find(key.Source) is not { } source)
        {
            return false;
        }

        var table = KindTable.Of(key.Kind);
        using var statement = RecordReading.PrepareKey(_state.Connection, table, key, source);
        if (!statement.Step())
        {
            return false;
        }

        // A relationship with the same key has the same ends: that these are not removed has been seen already.
        var holder = statement.Id(0);
        return holder != asker && !_updated.Contains(holder) && !_deleted.Contains(holder);
    }
}
