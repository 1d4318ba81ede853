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

    private readonly bool?[] _isEmpty = new bool?[64];
    private readonly NodeMap _nodes = new(options.PersonsAs);
    private readonly SeenKeys _seen = new();

    /// <summary>Whether to write; else only to count what would be written.</summary>
    public required bool IsWriting { get; init; }

    /// <summary>Takes a batch of one file, at most as many rows as fit a commit.</summary>
    public async Task TakeAsync(string file, IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        await ResolveAsync(entries, ct);
        Make(entries, DateOnly.FromDateTime(now.UtcDateTime));
        await SettleAsync(entries, now, ct);

        foreach (var entry in entries)
        {
            Close(file, entry);
        }
    }

    /// <summary>Between two tables: what the next one names may have been written by this one.</summary>
    public void EndTable()
    {
        _seen.Clear();
        for (var kind = 0; kind < _isEmpty.Length; kind++)
        {
            _isEmpty[kind] = _isEmpty[kind] == false ? false : null;
        }
    }

    /// <summary>Finds the nodes that rows name; asks the store for those that no file had.</summary>
    private async Task ResolveAsync(IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        HashSet<NaturalKey> unknown = [];
        foreach (var entry in entries)
        {
            foreach (ref readonly var named in entry.Refs.AsSpan())
            {
                if (entry.Problem is null && !_nodes.TryFind(named, out _))
                {
                    foreach (var kind in _nodes.KindsOf(named.Space))
                    {
                        unknown.Add(NaturalKey.OfNode(kind, source, named.ExternalId));
                    }
                }
            }
        }

        foreach (var (key, record) in await FindAsync(unknown, isSearchForced: false, ct))
        {
            _nodes.Put(record.Id, key.Local);
        }

        foreach (var entry in entries)
        {
            Bind(entry);
        }
    }

    private void Bind(Entry entry)
    {
        if (entry.Problem is not null)
        {
            return;
        }

        entry.Ends = entry.Refs.Length == 0 ? [] : new RecordId[entry.Refs.Length];
        for (var i = 0; i < entry.Refs.Length; i++)
        {
            ref readonly var named = ref entry.Refs[i];
            if (!_nodes.TryFind(named, out entry.Ends[i]))
            {
                entry.Problem = Dangling(named);
                return;
            }
        }
    }

    private void Make(IReadOnlyList<Entry> entries, DateOnly today)
    {
        foreach (var entry in entries)
        {
            if (entry.Problem is null)
            {
                entry.Make(today);
            }

            // A row that is refused for what it says does not take the id from a later one that is right.
            if (entry.Problem is null)
            {
                entry.Problem = Repeated(entry);
            }
        }
    }

    private Problem? Repeated(Entry entry)
    {
        foreach (var draft in entry.Drafts)
        {
            if (draft.Model.IsNode && !_nodes.MarkRow(draft.Model.Kind, draft.ExternalId!))
            {
                var shown = draft.ExternalId!.Length <= 60 ? draft.ExternalId : draft.ExternalId[..60];
                return Problem.Of(ProblemCode.DuplicateRow, string.Empty, ("key", shown));
            }
        }

        return null;
    }

    private async Task SettleAsync(IReadOnlyList<Entry> entries, DateTimeOffset now, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var isAgain = tries > 1;
            await MatchAsync(entries, areNodes: true, isAgain, now, ct);
            await MatchAsync(entries, areNodes: false, isAgain, now, ct);
            if (!IsWriting || await CommitAsync(entries, now, isLast: tries == TriesMax, ct))
            {
                return;
            }
        }
    }

    /// <summary>Finds what is stored, and says what each record becomes.</summary>
    private async Task MatchAsync(
        IReadOnlyList<Entry> entries, bool areNodes, bool isAgain, DateTimeOffset now, CancellationToken ct)
    {
        List<(Entry Entry, Draft Draft, Record Candidate)> candidates = [];
        HashSet<NaturalKey> keys = [];
        foreach (var entry in entries)
        {
            foreach (var draft in entry.Drafts)
            {
                if (entry.Problem is null && draft.Model.IsNode == areNodes)
                {
                    var candidate = Candidate.Of(draft, source, ids, now);
                    candidates.Add((entry, draft, candidate));
                    keys.Add(candidate.NaturalKey!.Value);
                }
            }
        }

        var stored = await FindAsync(keys, isAgain, ct);
        foreach (var (entry, draft, candidate) in candidates)
        {
            var key = candidate.NaturalKey!.Value;
            if (!areNodes && !isAgain && !_seen.Add(key))
            {
                entry.Problem ??= Problem.Of(ProblemCode.DuplicateRow, string.Empty, ("key", Written(entry, key)));
            }

            entry.Problem ??= Candidate.Decide(draft, candidate, stored.GetValueOrDefault(key), now);
        }
    }

    /// <summary>Writes what the rows change.</summary>
    /// <returns>False where the store has changed meanwhile, so that the rows must be held against it again.</returns>
    private async Task<bool> CommitAsync(IReadOnlyList<Entry> entries, DateTimeOffset now, bool isLast, CancellationToken ct)
    {
        while (true)
        {
            List<(Entry Entry, Draft Draft)> written = [];
            List<Change> changes = [];
            foreach (var entry in entries.Where(e => e.Problem is null))
            {
                foreach (var draft in entry.Drafts.Where(d => d.Result is not null))
                {
                    written.Add((entry, draft));
                    changes.Add(draft.Stored is { } stored
                        ? new Change.Update(draft.Result!, stored.Version)
                        : new Change.Create(draft.Result!));
                }
            }

            if (changes.Count == 0)
            {
                return true;
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

    private void Refuse(IReadOnlyList<Refusal> refusals, List<(Entry Entry, Draft Draft)> written)
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

    private void Close(string file, Entry entry)
    {
        if (entry.Problem is not null)
        {
            tally.Refuse(file, entry);
            return;
        }

        foreach (var draft in entry.Drafts)
        {
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

    private async Task<Dictionary<NaturalKey, Record>> FindAsync(
        HashSet<NaturalKey> keys, bool isSearchForced, CancellationToken ct)
    {
        Dictionary<NaturalKey, Record> found = [];
        List<NaturalKey> asked = new(keys.Count);
        foreach (var key in keys)
        {
            if (isSearchForced || !await IsEmptyAsync(key.Kind, ct))
            {
                asked.Add(key);
            }
        }

        foreach (var chunk in asked.Chunk(Limits.BatchMax))
        {
            foreach (var (key, record) in await store.FindAsync(chunk, ViewScope.All, ct))
            {
                found[key] = record;
            }
        }

        return found;
    }

    private async ValueTask<bool> IsEmptyAsync(RecordKind kind, CancellationToken ct)
    {
        if (_isEmpty[(int)kind] is { } known)
        {
            return known;
        }

        var page = await store.ReadPageAsync(new PageQuery(kind) { RowsMax = 1 }, ViewScope.All, ct);
        _isEmpty[(int)kind] = page.Records.Count == 0;
        return page.Records.Count == 0;
    }

    private static string Written(Entry entry, in NaturalKey key) =>
        string.Join(" ", entry.Refs.Select(named => named.ExternalId).Append(key.Local)).Trim() is var text && text.Length <= 60
            ? text
            : text[..60];

    private static Problem Dangling(in NodeRef named) => Problem.Of(
        ProblemCode.DanglingReference,
        named.Column,
        ("kind", named.Space.ToString()),
        ("value", named.ExternalId.Length <= 60 ? named.ExternalId : named.ExternalId[..60]));
}
