using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage;

/// <summary>Judges the changes of one commit, each by the records as they would be if all the others were done.</summary>
internal sealed class ReferenceJudge
{
    private readonly ReferenceState _state;
    private readonly HashSet<RecordId> _created;
    private readonly HashSet<RecordId> _deleted;
    private readonly ILookup<NaturalKey, RecordId> _keys;

    private ReferenceJudge(ReferenceState state, Commit commit)
    {
        _state = state;
        _created = commit.Changes.OfType<Change.Create>().Select(create => create.Id).ToHashSet();
        _deleted = commit.Changes.OfType<Change.Delete>().Select(delete => delete.Id).ToHashSet();

        var updated = commit.Changes.OfType<Change.Update>().Select(update => update.Id).ToHashSet();
        var kept = state.Records.Values.Where(record => !updated.Contains(record.Id) && !IsRemoved(record));
        var given = commit.Changes.Select(WrittenBy).OfType<Record>();
        _keys = kept.Concat(given)
            .Where(record => record.NaturalKey is not null)
            .ToLookup(record => record.NaturalKey!.Value, record => record.Id);
    }

    public static List<Refusal> Refusals(ReferenceState state, Commit commit)
    {
        var judge = new ReferenceJudge(state, commit);
        return [.. commit.Changes
            .Select((change, position) => (Change: change, Position: position, Reason: judge.ReasonAgainst(change)))
            .Where(judged => judged.Reason is not null)
            .Select(judged => new Refusal(judged.Position, judged.Change.Id, judged.Reason!.Value))];
    }

    private static Record? WrittenBy(Change change) => change switch
    {
        Change.Create create => create.Record,
        Change.Update update => update.Record,
        _ => null,
    };

    private RefusalReason? ReasonAgainst(Change change)
    {
        var stored = _state.Records.GetValueOrDefault(change.Id);
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
        else if (stored.Version != change.SeenVersion)
        {
            return RefusalReason.VersionConflict;
        }

        return WrittenBy(change) is { } written ? ReasonAgainst(written, stored) : null;
    }

    private RefusalReason? ReasonAgainst(Record written, Record? stored)
    {
        if (written is Relationship tie)
        {
            if (stored is Relationship before && (before.FromId, before.ToId) != (tie.FromId, tie.ToId))
            {
                return RefusalReason.EndChanged;
            }

            if (!WillBeThere(tie.FromId) || !WillBeThere(tie.ToId))
            {
                return RefusalReason.EndMissing;
            }
        }

        return written.NaturalKey is { } key && _keys[key].Any(id => id != written.Id) ? RefusalReason.KeyTaken : null;
    }

    private bool WillBeThere(RecordId node) =>
        (_state.Records.ContainsKey(node) || _created.Contains(node)) && !_deleted.Contains(node);

    private bool IsRemoved(Record record) =>
        _deleted.Contains(record.Id)
        || (record is Relationship tie && (_deleted.Contains(tie.FromId) || _deleted.Contains(tie.ToId)));
}
