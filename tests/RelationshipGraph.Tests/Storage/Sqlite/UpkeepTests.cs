using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Storage.Sqlite.Database;
using SQLitePCL;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>Backups, and the search for damage.</summary>
public sealed class UpkeepTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string File => _folder.File("graph.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_made_while_others_write_is_one_whole_state()
    {
        await using var store = await OpenAsync(File);
        using var stop = new CancellationTokenSource();
        await store.CommitAsync(Some.Creating([.. Enumerable.Range(0, 3_000).Select(_ => Some.Contact())]), Some.NoToken);
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await store.CommitAsync(Some.Creating(Some.Contact(), Some.Company()), Some.NoToken);
            }
        });

        for (var i = 0; i < 5; i++)
        {
            var copy = _folder.File($"copy{i}.db");
            var before = (await store.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence;
            await store.BackupAsync(copy, Some.NoToken);
            var after = (await store.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence;

            await using var copied = await OpenAsync(copy);
            var last = (await copied.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence;
            Assert.InRange(last, before, after);
            Assert.Equal(2_999 + last, await CountAsync(copied, RecordKind.Contact));
            Assert.Equal(last - 1, await CountAsync(copied, RecordKind.Company));
            Assert.Empty(await copied.CheckAsync(Some.NoToken));
        }

        await stop.CancelAsync();
        await writing;
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.partial"));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await using var store = await OpenAsync(File);
        var copy = _folder.File("copy.db");
        await System.IO.File.WriteAllTextAsync(copy, "dear");

        await Assert.ThrowsAsync<ArgumentException>(() => store.BackupAsync(copy, Some.NoToken));
        await Assert.ThrowsAsync<ArgumentException>(() => store.BackupAsync(File, Some.NoToken));
        Assert.Equal("dear", await System.IO.File.ReadAllTextAsync(copy));
    }

    [Fact]
    public async Task A_backup_to_nowhere_fails_without_a_path_in_its_words()
    {
        await using var store = await OpenAsync(File);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => store.BackupAsync(Path.Combine(_folder.Path, "none", "copy.db"), Some.NoToken));

        Assert.DoesNotContain(_folder.Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_store_has_no_findings()
    {
        await using var store = await OpenAsync(File);
        await MakeAsync(store);

        Assert.Empty(await store.CheckAsync(Some.NoToken));
    }

    [Theory]
    [InlineData("DELETE FROM contact", "visibility of nodes that do not exist")]
    [InlineData("DELETE FROM node WHERE id IN (SELECT id FROM contact)", "lacks an end")]
    [InlineData("UPDATE node SET visibility = 3", "does not fit")]
    [InlineData("UPDATE contact SET sort_key = 'z'", "a sort key that does not fit")]
    [InlineData("UPDATE search_text SET words = 'z'", "search")]
    [InlineData("DELETE FROM search_text", "search")]
    [InlineData("UPDATE knows SET local_key = 'z'", "a natural key that does not fit")]
    [InlineData("INSERT INTO search_index (search_index, rowid, words) SELECT 'delete', id, words FROM search_text", "search")]
    [InlineData("UPDATE feed SET sequence = 9 WHERE sequence = 2", "gap")]
    public async Task Damage_is_found_and_told_without_a_stored_value(string damage, string finding)
    {
        await using var store = await OpenAsync(File);
        await MakeAsync(store);
        using (var other = Connection.Open(File, raw.SQLITE_OPEN_READWRITE))
        {
            other.RunScript(damage);
        }

        var findings = await store.CheckAsync(Some.NoToken);

        Assert.Contains(findings, found => found.Contains(finding, StringComparison.Ordinal));
        Assert.DoesNotContain(findings, found => found.Contains("Bo Lind", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task MakeAsync(SqliteGraphStore store)
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        await store.CommitAsync(Some.Creating(anna, bo), Some.NoToken);
        var tie = Some.Knows(anna, bo) with { Source = "register", ExternalId = "7" };
        await store.CommitAsync(Some.Creating(tie, Some.Network(), Some.Outcome()), Some.NoToken);
        await store.CommitAsync(Some.Commit(Some.Updating(bo, one => one with { Title = "Maler" })), Some.NoToken);
    }

    private static Task<long> CountAsync(SqliteGraphStore store, RecordKind kind) =>
        store.CountAsync(new PageQuery(kind), ViewScope.All, Some.NoToken);

    private static Task<SqliteGraphStore> OpenAsync(string file) =>
        SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, TimeProvider.System, Some.NoToken);
}
