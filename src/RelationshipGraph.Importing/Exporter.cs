using System.Security.Cryptography;
using RelationshipGraph.Importing.JsonLines;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Importing;

/// <summary>
/// Writes a whole store as JSON Lines, in an order and a form that depend on nothing but the records:
/// equal stores give equal bytes.
/// </summary>
/// <remarks>
/// UTF-8 without a mark, a line feed after every line. The first line names the format; then one record a line, by kind
/// number and id, with every property that has a value, in the order of the model. While others write: each record is
/// written as it was at some moment of the export, and no relationship is written without both its ends;
/// a record made or removed meanwhile may be in the file or not.
/// </remarks>
public static class Exporter
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes the store; the stream stays open.</summary>
    /// <exception cref="StoreException">The store failed; what was written is no export.</exception>
    public static async Task<ExportSummary> WriteAsync(
        IGraphStore store, Stream stream, IProgress<ExportProgress> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(progress);

        var before = await LastSequenceAsync(store, ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new RecordLine();
        var byKind = new Dictionary<string, long>(StringComparer.Ordinal);
        var nodes = new WrittenNodes();
        long lines = 1;
        line.AppendHeader();
        foreach (var model in GraphModel.Kinds)
        {
            await foreach (var record in ReadAsync(store, model.Kind, ct))
            {
                if (!nodes.Admits(record))
                {
                    continue;
                }

                line.Append(model, record);
                lines++;
                byKind[model.Name] = byKind.GetValueOrDefault(model.Name) + 1;
                if (line.Written.Length >= BufferBytes)
                {
                    await FlushAsync(line, hash, stream, ct);
                    progress.Report(new ExportProgress(model.Name, lines - 1));
                }
            }
        }

        await FlushAsync(line, hash, stream, ct);
        await stream.FlushAsync(ct);
        var isStill = await LastSequenceAsync(store, ct) == before;
        return new ExportSummary(lines, byKind, Convert.ToHexStringLower(hash.GetHashAndReset()), isStill);
    }

    private static async IAsyncEnumerable<Record> ReadAsync(
        IGraphStore store, RecordKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var query = new PageQuery(kind) { RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await store.ReadPageAsync(query, ViewScope.All, ct);
            foreach (var record in page.Records)
            {
                yield return record;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            query = query with { After = Keyset.Of(page.Records[^1], RecordOrder.ById) };
        }
    }

    private static async Task<long> LastSequenceAsync(IGraphStore store, CancellationToken ct) =>
        (await store.ReadFeedAsync(long.MaxValue - 1, 1, ct)).LastSequence;

    private static async Task FlushAsync(RecordLine line, IncrementalHash hash, Stream stream, CancellationToken ct)
    {
        hash.AppendData(line.Written.Span);
        await stream.WriteAsync(line.Written, ct);
        line.Clear();
    }

    /// <summary>The ids of the nodes in the file: a relationship with another end began after its end's kind was read.</summary>
    private sealed class WrittenNodes
    {
        private readonly List<long>?[] _byKind = new List<long>?[64];

        public bool Admits(Record record)
        {
            if (record is Relationship tie)
            {
                return Holds(tie.FromId) && Holds(tie.ToId);
            }

            // In ascending order, as they are read.
            (_byKind[(int)record.Id.Kind] ??= []).Add(record.Id.Value);
            return true;
        }

        private bool Holds(RecordId id) => _byKind[(int)id.Kind] is { } ids && ids.BinarySearch(id.Value) >= 0;
    }
}
