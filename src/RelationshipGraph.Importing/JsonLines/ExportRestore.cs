using RelationshipGraph.Importing.Files;
using RelationshipGraph.Importing.Writing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing.JsonLines;

/// <summary>
/// Reads an export back: every record as it was, with its id, version and times.
/// What is there already and the same is left; what is there and different is refused, never overwritten.
/// </summary>
internal sealed class ExportRestore(IGraphStore store, ImportOptions options, Tally tally, TimeProvider time)
{
    private readonly HashSet<long> _nodes = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly bool?[] _isEmpty = new bool?[64];

    /// <summary>Whether to write; else only to count what would be written.</summary>
    public required bool IsWriting { get; init; }

    public async Task TakeAsync(InputFile file, Action<long> progress, CancellationToken ct)
    {
        try
        {
            await ReadAsync(file, progress, ct);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // It could be read when it was measured. What was read is good; the rest is said to be missing.
            tally.RefuseFile(file.Name, 0, Problem.Of(ProblemCode.FileUnreadable, string.Empty));
        }
    }

    private async Task ReadAsync(InputFile file, Action<long> progress, CancellationToken ct)
    {
        using var stream = file.Open();
        using var lines = new ExportLines(stream);
        List<Restored> batch = new(Limits.CommitChangesMax);
        lines.Read();
        while (lines.Read())
        {
            if (lines.Line.Length == 0)
            {
                continue;
            }

            tally.Rows++;
            var (record, problem) = RecordReader.Read(lines.Line, name => _unknown.Add(name));
            batch.Add(new Restored(lines.Number, record) { Problem = problem });
            if (batch.Count == Limits.CommitChangesMax)
            {
                await TakeAsync(file.Name, batch, ct);
                batch.Clear();
                progress(stream.Count);
            }
        }

        await TakeAsync(file.Name, batch, ct);
        progress(stream.Count);
        foreach (var name in _unknown.Order(StringComparer.Ordinal))
        {
            tally.PassOver(new PassedOver(file.Name, name, 0));
        }
    }

    private async Task TakeAsync(string file, List<Restored> batch, CancellationToken ct)
    {
        CheckRepeated(batch);
        CheckEndsInFile(batch);
        await CheckEndsInStoreAsync(batch, ct);
        await CompareAsync(batch, isSearchForced: false, ct);
        if (IsWriting)
        {
            await CommitAsync(batch, ct);
        }

        foreach (var line in batch)
        {
            Close(file, line);
        }
    }

    private void CheckRepeated(List<Restored> batch)
    {
        HashSet<RecordId> ids = new(batch.Count);
        foreach (var line in batch)
        {
            if (line.Problem is null && (!ids.Add(line.Record!.Id) || _nodes.Contains(line.Record.Id.Value)))
            {
                line.Problem = Problem.Of(ProblemCode.DuplicateRow, "id", ("key", line.Record.Id.ToString()));
            }
        }
    }

    // A node counts from its line on: the relationships of an export stand after all nodes.
    private void CheckEndsInFile(List<Restored> batch)
    {
        foreach (var line in batch)
        {
            if (line.Problem is null && line.Record is Node node)
            {
                _nodes.Add(node.Id.Value);
            }
        }
    }

    private async Task CheckEndsInStoreAsync(List<Restored> batch, CancellationToken ct)
    {
        HashSet<RecordId> asked = [];
        foreach (var line in batch)
        {
            if (line is { Problem: null, Record: Relationship tie })
            {
                asked.UnionWith(EndsOf(tie).Where(end => !_nodes.Contains(end.Value)));
            }
        }

        HashSet<RecordId> found = [];
        foreach (var chunk in asked.Chunk(Limits.BatchMax))
        {
            found.UnionWith((await store.ReadAsync(chunk, ViewScope.All, ct)).Keys);
        }

        if (found.Count == asked.Count)
        {
            return;
        }

        foreach (var line in batch)
        {
            if (line is { Problem: null, Record: Relationship tie }
                && EndsOf(tie).FirstOrDefault(end => asked.Contains(end) && !found.Contains(end)) is { IsNone: false } missing)
            {
                line.Problem = Problem.Of(
                    ProblemCode.DanglingReference,
                    missing == tie.FromId ? "fromId" : "toId",
                    ("kind", missing.Kind.ToString()),
                    ("value", missing.ToString()));
            }
        }
    }

    private static IEnumerable<RecordId> EndsOf(Relationship tie) => [tie.FromId, tie.ToId];

    private async Task CompareAsync(List<Restored> batch, bool isSearchForced, CancellationToken ct)
    {
        List<RecordId> asked = [];
        foreach (var line in batch)
        {
            if (line.Problem is null && (isSearchForced || !await IsEmptyAsync(line.Record!.Id.Kind, ct)))
            {
                asked.Add(line.Record!.Id);
            }
        }

        Dictionary<RecordId, Record> stored = [];
        foreach (var chunk in asked.Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await store.ReadAsync(chunk, ViewScope.All, ct))
            {
                stored[id] = record;
            }
        }

        foreach (var line in batch)
        {
            if (line.Problem is null && stored.TryGetValue(line.Record!.Id, out var record))
            {
                line.IsStored = true;
                line.Problem = AreEqual(record, line.Record) ? null : Problem.Of(ProblemCode.RecordDiffers, "id");
            }
        }
    }

    // By what is exported, not by the objects: a store may keep an instant to the millisecond only.
    private static bool AreEqual(Record stored, Record read) =>
        GraphModel.Of(read.Id).Properties.All(property => property.Get(stored) == property.Get(read));

    private async Task CommitAsync(List<Restored> batch, CancellationToken ct)
    {
        var isSearched = false;
        while (true)
        {
            var written = batch.Where(line => line.Problem is null && !line.IsStored).ToList();
            if (written.Count == 0)
            {
                return;
            }

            var now = time.GetUtcNow();
            var changes = written.ConvertAll(line => (Change)new Change.Create(line.Record!));
            switch (await store.CommitAsync(
                new Commit(CommitName.Of(options.Actor, now, changes), options.Actor, now, changes), ct))
            {
                case CommitResult.Done done:
                    tally.Sequence = done.Sequence;
                    return;
                case CommitResult.Refused refused when !isSearched && refused.Refusals.Any(IsIdTaken):
                    isSearched = true;
                    await CompareAsync(batch, isSearchForced: true, ct);
                    break;
                case CommitResult.Refused refused:
                    Refuse(refused.Refusals, written);
                    break;
            }
        }
    }

    private static bool IsIdTaken(Refusal refusal) => refusal.Reason == RefusalReason.IdTaken;

    private static void Refuse(IReadOnlyList<Refusal> refusals, List<Restored> written)
    {
        foreach (var refusal in refusals)
        {
            written[refusal.Position].Problem = refusal.Reason switch
            {
                RefusalReason.KeyTaken => Problem.Of(ProblemCode.KeyTaken, "externalId"),
                RefusalReason.EndMissing => Problem.Of(ProblemCode.EndMissing, string.Empty),
                _ => Problem.Of(ProblemCode.RecordDiffers, "id"),
            };
        }
    }

    private void Close(string file, Restored line)
    {
        var kind = line.Record?.Id.Kind;
        if (line.Problem is { } problem)
        {
            // A line that is no record has no type to be counted under.
            tally.Refuse(file, line.Number, kind, problem);
        }
        else if (line.IsStored)
        {
            tally.Unchanged(kind!.Value);
        }
        else
        {
            tally.Created(kind!.Value);
        }
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

    /// <summary>A line read back.</summary>
    private sealed class Restored(long number, Record? record)
    {
        public long Number => number;

        public Record? Record => record;

        public Problem? Problem { get; set; }

        public bool IsStored { get; set; }
    }
}
