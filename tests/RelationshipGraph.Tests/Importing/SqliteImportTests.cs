using System.Text;
using RelationshipGraph.Importing;
using RelationshipGraph.Storage.Sqlite;

namespace RelationshipGraph.Tests.Importing;

/// <summary>Imports and exports on the store that is used.</summary>
public sealed class SqliteImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relgraph-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_graph_of_all_kinds_is_read_back_to_the_byte()
    {
        await using var first = await OpenAsync("first.db");
        await using var second = await OpenAsync("second.db");
        await first.CommitAsync(Some.Creating([.. new GraphOfAllKinds(5, 12).Records]), CancellationToken.None);
        var (bytes, summary) = await Imports.ExportAsync(first);

        var report = await Imports.ImportAsync(second, Imports.Raw(("graph.jsonl", bytes)));
        var again = await Imports.ImportAsync(second, Imports.Raw(("graph.jsonl", bytes)));

        Assert.Empty(report.Refusals.Select(Imports.Show));
        Assert.Equal(summary.Lines - 1, report.Created.Values.Sum());
        Assert.Equal(Imports.Show(report.Created), Imports.Show(again.Unchanged));
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString((await Imports.ExportAsync(second)).Bytes));
        Assert.Empty(await second.CheckAsync(CancellationToken.None));
    }

    [DataTheory]
    [InlineData("ldbc-tiny")]
    [InlineData("dk-elite")]
    public async Task A_set_comes_in_twice_and_goes_out_and_in_again(string set)
    {
        var files = ImportFiles.From(DataSets.PathOf(set));
        await using var store = await OpenAsync("set.db");

        var first = await Imports.ImportAsync(store, files);
        var second = await Imports.ImportAsync(store, files);
        var (bytes, _) = await Imports.ExportAsync(store);
        await using var other = await OpenAsync("other.db");
        var restored = await Imports.ImportAsync(other, Imports.Raw(("graph.jsonl.gz", Imports.Zipped(bytes))));

        Assert.Equal(0, first.RefusalsTotal + second.RefusalsTotal + restored.RefusalsTotal);
        Assert.Equal(Imports.Show(first.Created), Imports.Show(second.Unchanged));
        Assert.Equal(0, second.Sequence);
        Assert.Equal(Imports.Show(first.Created), Imports.Show(restored.Created));
        var (again, _) = await Imports.ExportAsync(other);
        Assert.True(bytes.AsSpan().SequenceEqual(again));
        Assert.Empty(await other.CheckAsync(CancellationToken.None));
    }

    private Task<SqliteGraphStore> OpenAsync(string name) => SqliteGraphStore.OpenAsync(
        Path.Combine(_folder.FullName, name), SqliteOpenMode.Create, Some.TimeAt(Imports.Now), CancellationToken.None);
}
