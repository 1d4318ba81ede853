using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;
using RelationshipGraph.Storage.Sqlite.Queries;
using RelationshipGraph.Storage.Sqlite.Schema;

namespace RelationshipGraph.Storage.Sqlite.Commits;

/// <summary>Reads what judging a commit needs, inside the transaction that will write it.</summary>
internal sealed class Examination(Snapshot state, Commit commit)
{
    private readonly Stored?[] _stored = new Stored?[commit.Changes.Count];
    private readonly Dictionary<RecordId, bool> _isThere = [];

    /// <summary>The records that the changes name, as they are stored, by the changes' places.</summary>
    public IReadOnlyList<Stored?> Before => _stored;

    /// <summary>Every change that may not be done, and why.</summary>
    public List<Refusal> Refusals()
    {
        ReadStored();
        return new CommitJudge(commit, IsThere, HolderOf).Refusals(Array.ConvertAll(_stored, one => one?.Record));
    }

    private void ReadStored()
    {
        foreach (var kind in commit.Changes.Select((change, at) => (change.Id, At: at)).GroupBy(one => one.Id.Kind))
        {
            var table = KindTable.Of(kind.Key);
            var rest = table.Model.IsNode ? "external_id" : $"{KindTable.LocalKeyColumn}, from_id, to_id";
            using var statement = state.Connection.Prepare(
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
            : new NaturalKey(model.Kind, state.Sources.NameOf(row.Integer(1)), from, to, row.Text(2));
        return new Stored(new StoredRecord((int)row.Integer(0), from, to), key);
    }

    private bool IsThere(RecordId node)
    {
        if (!_isThere.TryGetValue(node, out var isThere))
        {
            using var statement = state.Connection.Prepare("SELECT 1 FROM node WHERE id = ?1");
            isThere = statement.Bind(1, node.Value).Step();
            _isThere[node] = isThere;
        }

        return isThere;
    }

    private RecordId HolderOf(NaturalKey key)
    {
        if (state.Sources.Find(key.Source) is not { } source)
        {
            return default;
        }

        using var statement = RecordReading.PrepareKey(state.Connection, KindTable.Of(key.Kind), key, source);
        return statement.Step() ? statement.Id(0) : default;
    }
}
