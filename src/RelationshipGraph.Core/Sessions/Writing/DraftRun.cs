using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>Turns the drafts of one request into one commit, or into everything that is wrong with them.</summary>
/// <remarks>
/// Reads twice, however many drafts there are: what they change, then what they name. A hidden record is answered like one that
/// does not exist.
/// </remarks>
/// <param name="session">Who writes.</param>
/// <param name="drafts">What is asked.</param>
/// <param name="repetition">The request as one that may be sent again; null where it is not.</param>
internal sealed class DraftRun(Session session, IReadOnlyList<Draft> drafts, Repetition? repetition)
{
    // Somebody else may write at the same seat now and then, not again and again.
    private const int TriesMax = 4;

    private static readonly Dictionary<RecordId, Record> None = [];

    private readonly List<DraftProblem> _problems = [];
    private readonly Record?[] _results = new Record?[drafts.Count];
    private readonly Dictionary<RecordId, Record> _built = [];
    private readonly HashSet<RecordId> _created = [.. drafts.OfType<Draft.Create>().Select(d => d.NewId)];
    private readonly HashSet<RecordId> _deleted = [.. drafts.OfType<Draft.Delete>().Select(d => d.Record)];
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(
        session.Tools.Time.GetUtcNow().ToUnixTimeMilliseconds());

    private IReadOnlyDictionary<RecordId, Record> _stored = None;
    private IReadOnlyDictionary<RecordId, Record> _named = None;

    public async Task<WriteResult> RunAsync()
    {
        var result = await RunOnceAsync();

        // What was done before may not be possible again: the version has been counted up, the seat is taken.
        return result is WriteResult.Refused && repetition is not null ? await repetition.FindAsync() ?? result : result;
    }

    private async Task<WriteResult> RunOnceAsync()
    {
        if (drafts.Count > Limits.CommitChangesMax)
        {
            return TooMany();
        }

        CheckOnce();
        _stored = await ReadAsync(drafts.Where(d => d is not Draft.Create).Select(d => d.Id));
        Each(Build);
        foreach (var record in _results.OfType<Record>())
        {
            _built[record.Id] = record;
        }

        _named = await ReadAsync(_results.OfType<Record>().SelectMany(NamedBy));
        Each(CheckResult);
        if (_problems.Count > 0)
        {
            return new WriteResult.Refused([.. _problems.OrderBy(p => p.Position)]);
        }

        return await (_results.Any(r => r is StrengthFit)
            ? AloneAsync(session.Tools.Fits, new FitCheck(session, drafts, _results).FindAsync, CreditAsync)
            : CreditAsync());
    }

    private Task<WriteResult> CreditAsync() => _results.Any(r => r is CreditedTo)
        ? AloneAsync(session.Tools.Credits, new CreditCheck(session, drafts, _results).FindAsync, SettleAsync)
        : SettleAsync();

    // What is looked at must stay so until all is written.
    private async Task<WriteResult> AloneAsync(
        SemaphoreSlim one, Func<Task<IReadOnlyList<DraftProblem>>> find, Func<Task<WriteResult>> then)
    {
        await one.WaitAsync(session.Deadline);
        try
        {
            return await find() is { Count: > 0 } problems ? new WriteResult.Refused(problems) : await then();
        }
        finally
        {
            one.Release();
        }
    }

    private void CheckOnce()
    {
        var seen = new HashSet<RecordId>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!seen.Add(drafts[i].Id))
            {
                Add(i, Problem.Of(ProblemCode.ChangedTwice, "id"));
            }
        }
    }

    private void Each(Action<int> step)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            step(i);
        }
    }

    private async Task<IReadOnlyDictionary<RecordId, Record>> ReadAsync(IEnumerable<RecordId> ids)
    {
        var wanted = ids.Distinct().ToArray();
        var found = new Dictionary<RecordId, Record>();
        foreach (var batch in wanted.Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await session.Tools.Store.ReadAsync(batch, session.Scope, session.Deadline))
            {
                found[id] = record;
            }
        }

        return found;
    }

    // What the draft would leave behind, with its values checked one by one. A deletion leaves the record as it was.
    private void Build(int position)
    {
        var draft = drafts[position];
        if (!draft.IsStep && !WriteRights.MayWriteSome(session.Viewer, GraphModel.Of(draft.Id)))
        {
            Add(position, Problem.Of(ProblemCode.Forbidden, string.Empty));
            return;
        }

        if (draft is Draft.Create create)
        {
            _results[position] = Created(position, create);
            return;
        }

        if (!_stored.TryGetValue(draft.Id, out var stored))
        {
            Add(position, Problem.Of(ProblemCode.NotFound, "id"));
            return;
        }

        var seen = draft is Draft.Update { Version: var version } ? version : ((Draft.Delete)draft).Version;
        if (seen != stored.Version)
        {
            Add(position, Problem.Of(ProblemCode.VersionConflict, "version"));
        }

        _results[position] = draft is Draft.Update update ? Updated(position, update, stored) : stored;
    }

    private Record? Created(int position, Draft.Create draft)
    {
        var model = GraphModel.Of(draft.NewId);
        var given = draft.Values.Select(v => v.Key).ToHashSet();
        foreach (var missing in model.Properties.Where(p => p.IsRequired && !p.IsSystem && !given.Contains(p)))
        {
            Add(position, Problem.Of(ProblemCode.Required, missing.Name));
        }

        var values = Checked(position, draft, draft.Values);
        if (values is null)
        {
            return null;
        }

        Corrections.Complete(model, isNew: true, values, DateOnly.FromDateTime(_now.UtcDateTime));
        values.Add(new(model["createdAt"], PropertyValue.Of(_now)));
        values.Add(new(model["updatedAt"], PropertyValue.Of(_now)));
        if (!given.Contains(model["knownSince"]))
        {
            values.Add(new(model["knownSince"], PropertyValue.Of(DateOnly.FromDateTime(_now.UtcDateTime))));
        }

        if (!given.Contains(model["ownerId"]) && !session.Viewer.Employee.IsNone)
        {
            values.Add(new(model["ownerId"], PropertyValue.Of(session.Viewer.Employee)));
        }

        if (!model.IsNode)
        {
            values.Add(new(model["fromId"], PropertyValue.Of(draft.FromId)));
            values.Add(new(model["toId"], PropertyValue.Of(draft.ToId)));
        }

        return model.Blank(draft.NewId).With(values);
    }

    private Record? Updated(int position, Draft.Update draft, Record stored)
    {
        if (Checked(position, draft, draft.Values) is not { } values)
        {
            return null;
        }

        Corrections.Complete(GraphModel.Of(draft.Record), isNew: false, values, DateOnly.FromDateTime(_now.UtcDateTime));
        if (values.All(v => v.Key.Get(stored) == v.Value))
        {
            return stored;
        }

        var model = GraphModel.Of(draft.Record);
        values.Add(new(model["version"], PropertyValue.Of(checked(stored.Version + 1L))));
        values.Add(new(model["updatedAt"], PropertyValue.Of(_now > stored.UpdatedAt ? _now : stored.UpdatedAt)));
        return stored.With(values);
    }

    // The values, if each may be set and is right; else null, with all that is wrong noted.
    private List<KeyValuePair<PropertyModel, PropertyValue>>? Checked(
        int position, Draft draft, IReadOnlyList<KeyValuePair<PropertyModel, PropertyValue>> values)
    {
        var before = _problems.Count;
        foreach (var (property, value) in values)
        {
            if (!draft.IsStep && ValueRights.Of(session.Viewer, property) is { } refused)
            {
                Add(position, refused);
            }
            else if (PropertyCheck.Of(property, value) is { } wrong)
            {
                Add(position, wrong);
            }
        }

        return _problems.Count == before && _problems.TrueForAll(p => p.Position != position) ? [.. values] : null;
    }

    // The nodes a result names: its ends, its owner and what its properties refer to; not what the request itself creates.
    private IEnumerable<RecordId> NamedBy(Record record) =>
        References.Of(record).Select(r => r.Id).Where(id => !_created.Contains(id));

    private Record? Find(RecordId id) => _named.GetValueOrDefault(id) ?? _built.GetValueOrDefault(id);

    private void CheckResult(int position)
    {
        if (_results[position] is not { } record)
        {
            return;
        }

        var stored = _stored.GetValueOrDefault(record.Id);
        var tie = record as Relationship;
        var start = tie is null ? null : Find(tie.FromId);
        var draft = drafts[position];
        if (!draft.IsStep && !(WriteRights.MayWrite(session.Viewer, stored ?? record, start)
            && WriteRights.MayWrite(session.Viewer, record, start)))
        {
            Add(position, Problem.Of(ProblemCode.Forbidden, string.Empty));
            return;
        }

        var before = _problems.Count;
        if (!draft.IsStep && !session.Viewer.IsAdministrator
            && IntroductionRule.Forbids(stored, draft is Draft.Delete ? null : record) is { } kept)
        {
            Add(position, kept);
        }

        if (draft is Draft.Delete)
        {
            return;
        }

        foreach (var problem in RecordRules.Of(record))
        {
            Add(position, problem);
        }

        CheckReferences(position, record, stored);
        if (_problems.Count == before && !Sight.Sees(session.Scope, record, tie is null ? null : Find(tie.ToId)))
        {
            Add(position, Problem.Of(ProblemCode.Forbidden, "visibility"));
        }

        if (Corrections.Forbids(session.Viewer, stored, record) is { } notTheirs)
        {
            Add(position, notTheirs);
        }

        if (Masking.Unreadable(session.Viewer, stored ?? record, draft) is { } property)
        {
            Add(position, Problem.Of(ProblemCode.Forbidden, property.Name));
        }
    }

    private void CheckReferences(int position, Record record, Record? stored)
    {
        var known = stored is null ? [] : References.Of(stored).ToHashSet();
        foreach (var reference in References.Of(record).Where(r => !known.Contains(r)))
        {
            if (_deleted.Contains(reference.Id) || (!_created.Contains(reference.Id) && !_named.ContainsKey(reference.Id)))
            {
                Add(position, Problem.Of(reference.IsEnd ? ProblemCode.EndMissing : ProblemCode.NotFound, reference.Path));
            }
        }
    }

    private async Task<WriteResult> SettleAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var seats = new SeatCheck(session, drafts, _results, Find, _stored);
            if (await seats.FindAsync(_now) is { Count: > 0 } problems)
            {
                return new WriteResult.Refused(problems);
            }

            if (await CommitAsync(seats.Guards, isLast: tries == TriesMax) is { } result)
            {
                return result;
            }
        }
    }

    /// <returns>Null where a seat has changed meanwhile, so that it must be looked at again.</returns>
    private async Task<WriteResult?> CommitAsync(IReadOnlyList<(int Position, Change.Update Change)> guards, bool isLast)
    {
        var positions = new List<int>();
        var changes = new List<Change>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (ChangeOf(drafts[i], _results[i]!) is { } change)
            {
                positions.Add(i);
                changes.Add(change);
            }
        }

        if (changes.Count > 0)
        {
            var own = changes.Count;
            positions.AddRange(guards.Select(guard => guard.Position));
            changes.AddRange(guards.Select(guard => guard.Change));
            if (changes.Count > Limits.CommitChangesMax)
            {
                return TooMany();
            }

            var id = repetition?.CommitId ?? session.Tools.CommitIds();
            var commit = new Commit(id, session.Viewer.Actor, _now, changes);
            var result = await session.Tools.Store.CommitAsync(commit, session.Deadline);
            if (result is CommitResult.Done { IsRepeated: true } done && repetition is not null)
            {
                return await repetition.AnswerAsync(done.Sequence);
            }

            if (result is CommitResult.Done { IsRepeated: false, Sequence: var sequence })
            {
                session.Tools.Index.Take(commit, sequence);
            }

            if (result is CommitResult.Refused(var refusals))
            {
                return !isLast && refusals.All(r => r.Position >= own) ? null : new WriteResult.Refused([.. refusals
                    .Select(r => new DraftProblem(positions[r.Position], Of(r.Reason)))
                    .DistinctBy(problem => problem.Position)
                    .OrderBy(problem => problem.Position)]);
            }
        }

        return new WriteResult.Done([.. drafts.Select((draft, i) => new Written(
            draft.Id, draft is Draft.Delete ? null : Masking.For(session.Viewer, _results[i]!)))]);
    }

    private Change? ChangeOf(Draft draft, Record result) => draft switch
    {
        Draft.Create => new Change.Create(result),
        Draft.Delete(var id, var version) => new Change.Delete(id, version),
        Draft.Update(var id, var version, _) => result.Version == _stored[id].Version ? null : new Change.Update(result, version),
        _ => null,
    };

    private static Problem Of(RefusalReason reason) => reason switch
    {
        RefusalReason.IdTaken => Problem.Of(ProblemCode.IdTaken, "id"),
        RefusalReason.NotFound => Problem.Of(ProblemCode.NotFound, "id"),
        RefusalReason.VersionConflict => Problem.Of(ProblemCode.VersionConflict, "version"),
        RefusalReason.EndChanged => Problem.Of(ProblemCode.EndChanged, "from"),
        RefusalReason.EndMissing => Problem.Of(ProblemCode.EndMissing, "from"),
        _ => Problem.Of(ProblemCode.KeyTaken, "externalId"),
    };

    private static WriteResult.Refused TooMany() => new([new DraftProblem(0, Problem.Of(
        ProblemCode.TooMany, string.Empty, ("max", Limits.CommitChangesMax.ToString(CultureInfo.InvariantCulture))))]);

    private void Add(int position, Problem problem) => _problems.Add(new DraftProblem(position, problem));
}
