using RelationshipGraph.Importing.Tables;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing.Writing;

/// <summary>Holds batches of rows against the store and writes what they change, one commit a batch.</summary>
/// <remarks>
/// Nodes first, so that a relationship knows its ends; then the records that are there already are found by natural key.
/// A kind that was empty when the table began is not searched: should somebody else write into it meanwhile,
/// the store refuses the key and the batch is held against the store again, this time with a search.
/// </remarks>
internal sealed class BatchWriter(
    IGraphStore store, RecordIds ids, TimeProvider time, ImportOptions options, string source, Tally tally)
{
    private const int TriesMax = 4;

    // Rows that name a later one. Only small tables do; a large one that names nothing but strangers must not be kept.
    private const int WaitingMax = 50_000;

    private readonly bool?[] _isEmpty = new bool?[64];
    private readonly NodeMap _nodes = new(options.PersonsAs);
    private readonly SeenKeys _seen = new();
    private readonly Drafting _drafting = new();
    private readonly Candidate _candidate = new(source, ids);
    private readonly SeatGuard _seats = new(store);
    private List<Entry> _waiting = [];

    /// <summary>Whether to write; else only to count what would be written.</summary>
    public required bool IsWriting { get; init; }

    /// <summary>Takes a batch of one file, at most as many rows as fit a commit.</summary>
    public async Task TakeAsync(string file, IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        await ResolveAsync(entries, ct);
        _drafting.Begin(DateOnly.FromDateTime(now.UtcDateTime));
        foreach (var entry in entries)
        {
            Make(entry);
        }

        await SettleAsync(now, ct);
        Close(file, entries);
    }

    /// <summary>
    /// Between two tables: takes the rows that were put off, and forgets what the next table may find otherwise.
    /// </summary>
    public async Task EndTableAsync(string file, CancellationToken ct)
    {
        while (_waiting is { Count: > 0 } waiting)
        {
            _waiting = [];
            foreach (var batch in waiting.Chunk(Limits.CommitChangesMax))
            {
                await TakeAsync(file, batch, ct);
            }

            if (_waiting.Count == waiting.Count)
            {
                // What nobody brought in a whole round is not coming.
                foreach (var entry in _waiting)
                {
                    entry.Problem = Bind(entry);
                    tally.Refuse(file, entry);
                }

                _waiting = [];
            }
        }

        _seen.Clear();
        for (var kind = 0; kind < _isEmpty.Length; kind++)
        {
            _isEmpty[kind] = _isEmpty[kind] == false ? false : null;
        }
    }

    /// <summary>Finds the nodes that rows name; asks the store for those that no file had.</summary>
    private async Task ResolveAsync(IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        List<Entry>? open = null;
        HashSet<NaturalKey> unknown = [];
        foreach (var entry in entries)
        {
            entry.IsWaiting = false;
            if (entry.Problem is null && Bind(entry) is not null)
            {
                (open ??= []).Add(entry);
                AddUnknown(entry, unknown);
            }
        }

        if (open is null)
        {
            return;
        }

        await LookAsync(unknown.Select(key => key.Kind).Distinct(), ct);
        unknown.RemoveWhere(key => _isEmpty[(int)key.Kind] == true);
        foreach (var (key, record) in await FindAsync(unknown, ct))
        {
            _nodes.Put(record.Id, key.Local);
        }

        foreach (var entry in open)
        {
            entry.Problem = Bind(entry);
            entry.IsWaiting = entry.MayWait && entry.Problem is not null && _waiting.Count < WaitingMax;
            if (entry.IsWaiting)
            {
                entry.Problem = null;
                entry.Reserved = entry.Reserved.IsNone ? ids.Next(entry.Kind) : entry.Reserved;
                _waiting.Add(entry);
            }
        }
    }

    /// <summary>Finds the ends of a row among the nodes known.</summary>
    /// <returns>The first that is not, as a problem.</returns>
    private Problem? Bind(Entry entry)
    {
        var refs = entry.Refs.AsSpan();
        if (refs.Length > 0 && entry.Ends.Length == 0)
        {
            entry.Ends = new RecordId[refs.Length];
        }

        for (var i = 0; i < refs.Length; i++)
        {
            if (entry.Ends[i].IsNone && !_nodes.TryFind(refs[i], out entry.Ends[i]))
            {
                return Dangling(refs[i]);
            }
        }

        return null;
    }

    private void AddUnknown(Entry entry, HashSet<NaturalKey> unknown)
    {
        foreach (ref readonly var named in entry.Refs.AsSpan())
        {
            if (!_nodes.TryFind(named, out _))
            {
                foreach (var kind in _nodes.KindsOf(named.Space))
                {
                    unknown.Add(NaturalKey.OfNode(kind, source, named.ExternalId));
                }
            }
        }
    }

    private void Make(Entry entry)
    {
        var first = _drafting.Drafts.Count;
        if (entry.Problem is null && !entry.IsWaiting)
        {
            entry.Make(_drafting);
        }

        // A row that is refused for what it says does not take the id from a later one that is right.
        for (var i = first; entry.Problem is null && i < _drafting.Drafts.Count; i++)
        {
            var draft = _drafting.Drafts[i];
            if (draft.Model.IsNode && !_nodes.MarkRow(draft.Model.Kind, draft.ExternalId!))
            {
                entry.Problem = Problem.Of(ProblemCode.DuplicateRow, string.Empty, ("key", Short(draft.ExternalId!)));
            }
        }
    }

    private async Task SettleAsync(DateTimeOffset now, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var isAgain = tries > 1;
            await MatchAsync(areNodes: true, isAgain, now, ct);
            await MatchAsync(areNodes: false, isAgain, now, ct);
            await _seats.CheckAsync(_drafting.Drafts, now, ct);
            if (!IsWriting || await CommitAsync(now, isLast: tries == TriesMax, ct))
            {
                return;
            }
        }
    }

    /// <summary>Finds what is stored, and says what each record becomes.</summary>
    private async Task MatchAsync(bool areNodes, bool isAgain, DateTimeOffset now, CancellationToken ct)
    {
        var drafts = _drafting.Drafts;
        await LookAsync(KindsOf(drafts), ct);
        HashSet<NaturalKey> asked = [];
        foreach (var draft in drafts)
        {
            if (draft.Entry.Problem is null && draft.Model.IsNode == areNodes)
            {
                _candidate.Make(draft, now);
                if (_isEmpty[(int)draft.Model.Kind] != true)
                {
                    asked.Add(draft.Key);
                }
            }
        }

        var stored = await FindAsync(asked, ct);
        foreach (var draft in drafts)
        {
            if (draft.Entry.Problem is null && draft.Model.IsNode == areNodes)
            {
                draft.Entry.Problem = !areNodes && !isAgain && !_seen.Add(draft.Key)
                    ? Problem.Of(ProblemCode.DuplicateRow, string.Empty, ("key", Written(draft)))
                    : Candidate.Decide(draft, stored.Count == 0 ? null : stored.GetValueOrDefault(draft.Key), now);
            }
        }
    }

    /// <summary>Writes what the rows change.</summary>
    /// <returns>False where the store has changed meanwhile, so that the rows must be held against it again.</returns>
    private async Task<bool> CommitAsync(DateTimeOffset now, bool isLast, CancellationToken ct)
    {
        while (true)
        {
            List<Draft> written = new(_drafting.Drafts.Count);
            List<Change> changes = new(_drafting.Drafts.Count);
            foreach (var draft in _drafting.Drafts)
            {
                if (draft.Entry.Problem is null && draft.Result is { } result)
                {
                    written.Add(draft);
                    changes.Add(draft.Stored is { } stored
                        ? new Change.Update(result, stored.Version)
                        : new Change.Create(result));
                }
            }

            if (changes.Count == 0)
            {
                return true;
            }

            foreach (var (draft, change) in _seats.Changes)
            {
                written.Add(draft);
                changes.Add(change);
            }

            var commit = new Commit(CommitName.Of(options.Actor, now, changes), options.Actor, now, changes);
            switch (await store.CommitAsync(commit, ct))
            {
                case CommitResult.Done done:
                    tally.Sequence = done.Sequence;
                    return true;
                case CommitResult.Refused refused when isLast || refused.Refusals.All(IsFinal):
                    Refuse(refused.Refusals, written);
                    break;
                case CommitResult.Refused refused:
                    foreach (var refusal in refused.Refusals)
                    {
                        _isEmpty[(int)refusal.Id.Kind] = false;
                    }

                    return false;
            }
        }
    }

    // An end that is gone stays gone; everything else may be different when it is looked up again.
    private static bool IsFinal(Refusal refusal) => refusal.Reason == RefusalReason.EndMissing;

    private void Refuse(IReadOnlyList<Refusal> refusals, List<Draft> written)
    {
        foreach (var refusal in refusals)
        {
            var entry = written[refusal.Position].Entry;
            if (refusal.Reason == RefusalReason.EndMissing)
            {
                foreach (var named in entry.Refs)
                {
                    Forget(named);
                }
            }

            entry.Problem ??= refusal.Reason switch
            {
                RefusalReason.EndMissing => Problem.Of(ProblemCode.EndMissing, string.Empty),
                RefusalReason.IdTaken => Problem.Of(ProblemCode.IdTaken, string.Empty),
                RefusalReason.KeyTaken => Problem.Of(ProblemCode.KeyTaken, string.Empty),
                _ => Problem.Of(ProblemCode.VersionConflict, string.Empty),
            };
        }
    }

    private void Forget(in NodeRef named)
    {
        foreach (var kind in _nodes.KindsOf(named.Space))
        {
            _nodes.Forget(kind, named.ExternalId);
        }
    }

    private void Close(string file, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Problem is not null)
            {
                tally.Refuse(file, entry);
            }
        }

        foreach (var draft in _drafting.Drafts)
        {
            if (draft.Entry.Problem is not null)
            {
                continue;
            }

            var kind = draft.Model.Kind;
            if (draft.Model.IsNode)
            {
                _nodes.Put(draft.Id, draft.ExternalId!);
            }

            if (draft.Result is null)
            {
                tally.Unchanged(kind);
            }
            else if (draft.Stored is null)
            {
                tally.Created(kind);
            }
            else
            {
                tally.Updated(kind);
            }
        }
    }

    private async Task<Dictionary<NaturalKey, Record>> FindAsync(HashSet<NaturalKey> keys, CancellationToken ct)
    {
        Dictionary<NaturalKey, Record> found = [];
        foreach (var chunk in keys.Chunk(Limits.BatchMax))
        {
            foreach (var (key, record) in await store.FindAsync(chunk, ViewScope.All, ct))
            {
                found[key] = record;
            }
        }

        return found;
    }

    /// <summary>Finds out of kinds whether there is anything to search.</summary>
    private async Task LookAsync(IEnumerable<RecordKind> kinds, CancellationToken ct)
    {
        foreach (var kind in kinds)
        {
            if (_isEmpty[(int)kind] is null)
            {
                var page = await store.ReadPageAsync(new PageQuery(kind) { RowsMax = 1 }, ViewScope.All, ct);
                _isEmpty[(int)kind] = page.Records.Count == 0;
            }
        }
    }

    private static List<RecordKind> KindsOf(IReadOnlyList<Draft> drafts)
    {
        List<RecordKind> kinds = [];
        foreach (var draft in drafts)
        {
            if (!kinds.Contains(draft.Model.Kind))
            {
                kinds.Add(draft.Model.Kind);
            }
        }

        return kinds;
    }

    private static string Written(Draft draft) =>
        Short(string.Join(" ", draft.Entry.Refs.Select(named => named.ExternalId).Append(draft.Key.Local)).Trim());

    private static Problem Dangling(in NodeRef named) => Problem.Of(
        ProblemCode.DanglingReference,
        named.Column,
        ("kind", named.Space.ToString()),
        ("value", Short(named.ExternalId)));

    // What the file says, short enough to be read in a refusal.
    private static string Short(string text) => text.Length <= 60 ? text : text[..60];
}
