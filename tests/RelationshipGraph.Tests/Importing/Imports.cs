using System.IO.Compression;
using System.Text;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Importing;

/// <summary>Imports and exports as a test writes them: files from texts, without a clock that moves.</summary>
internal static class Imports
{
    /// <summary>When every import of these tests happens, unless a test says otherwise.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static ImportFiles Files(params (string Name, string Text)[] files) =>
        Raw([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    public static ImportFiles Raw(params (string Name, byte[] Bytes)[] files) => new(
        "upload", [.. files.Select(file => new ImportFile(file.Name, () => new MemoryStream(file.Bytes, writable: false)))]);

    public static byte[] Zipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static Task<ImportReport> ImportAsync(
        IGraphStore store, ImportFiles files, ImportOptions? options = null, IProgress<ImportProgress>? progress = null)
    {
        var time = Some.TimeAt(Now);
        var importer = new Importer(store, new RecordIds(time, new Random(11)), time);
        return importer.ImportAsync(
            files, options ?? new ImportOptions(), progress ?? new Silent<ImportProgress>(), CancellationToken.None);
    }

    public static async Task<(byte[] Bytes, ExportSummary Summary)> ExportAsync(IGraphStore store)
    {
        using var stream = new MemoryStream();
        var summary = await Exporter.WriteAsync(store, stream, new Silent<ExportProgress>(), CancellationToken.None);
        return (stream.ToArray(), summary);
    }

    public static async Task<IReadOnlyList<T>> AllAsync<T>(IGraphStore store, RecordKind kind)
        where T : Record
    {
        List<T> records = [];
        var query = new PageQuery(kind) { RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await store.ReadPageAsync(query, ViewScope.All, CancellationToken.None);
            records.AddRange(page.Records.Cast<T>());
            if (!page.HasMore)
            {
                return records;
            }

            query = query with { After = Keyset.Of(page.Records[^1], RecordOrder.ById) };
        }
    }

    public static string Show(IReadOnlyDictionary<string, long> counts) =>
        string.Join(" ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}:{c.Value}"));

    public static string Show(ImportRefusal refusal) =>
        $"{refusal.File}({refusal.Line}) {refusal.Column} {refusal.Problem.Code}";

    /// <summary>Every refusal can be told to a person in both languages, with nothing left to fill in.</summary>
    public static void AssertTold(ImportReport report)
    {
        foreach (var refusal in report.Refusals)
        {
            foreach (var danish in new[] { false, true })
            {
                var sentence = ProblemText.Of(refusal.Problem, danish);
                Assert.DoesNotContain('{', sentence.Replace("{\"type\"", string.Empty, StringComparison.Ordinal));
                Assert.NotEmpty(ImportMend.Of(refusal.Problem, danish));
            }
        }
    }

    internal sealed class Silent<T> : IProgress<T>
    {
        public void Report(T value) { }
    }
}
