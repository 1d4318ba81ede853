using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Tests.Storage;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Core.Indexing;

/// <summary>An index that is kept between runs is that of its store, or it is read anew.</summary>
public sealed class IndexFileTests
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 24]);

    [Fact]
    public Task What_was_kept_with_what_came_since_is_what_reading_anew_gives() => Graphs.SampleAsync(
        async drawn =>
        {
            using var folder = new TestFolder();
            var graph = new RandomGraph(drawn.Seed, drawn.Size, ofContacts: true);
            var file = new IndexFile(folder.File("graph.index"), 0);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await (await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken)).DisposeAsync();
            for (var i = graph.Random.Next(4); i > 0; i--)
            {
                await store.CommitAsync(graph.NextCommit(), Some.NoToken);
            }

            await using var kept = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
            await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
            Assert.Equal((0, ViewText.Of(fresh.Current)), (kept.SnapshotsRead, ViewText.Of(kept.Current)));

            // And it goes on following.
            await store.CommitAsync(graph.NextCommit(), Some.NoToken);
            Assert.Equal(
                ViewText.Of(await fresh.CatchUpAsync(RandomGraph.Day, Some.NoToken)),
                ViewText.Of(await kept.CatchUpAsync(RandomGraph.Day, Some.NoToken)));
        },
        iter: 200);

    [Fact]
    public async Task A_file_that_is_cut_or_changed_anywhere_is_as_if_it_were_not_there()
    {
        using var folder = new TestFolder();
        var (path, graph) = (folder.File("graph.index"), new RandomGraph(seed: 7, size: 12, ofContacts: true));
        var file = new IndexFile(path, 0);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        await using var index = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
        var (whole, expected) = (await File.ReadAllBytesAsync(path), ViewText.Of(index.Current));

        foreach (var length in Enumerable.Range(0, whole.Length).Where(at => at < 100 || at % 37 == 0))
        {
            await AssertUnusedAsync(whole[..length]);
        }

        foreach (var at in Enumerable.Range(0, whole.Length).Where(at => at < 100 || at % 41 == 0))
        {
            var changed = whole.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            await AssertUnusedAsync(changed);
        }

        await AssertUnusedAsync([.. whole, 0]);

        async Task AssertUnusedAsync(byte[] bytes)
        {
            await File.WriteAllBytesAsync(path, bytes);
            await using var opened = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
            Assert.Equal((1, expected), (opened.SnapshotsRead, ViewText.Of(opened.Current)));
        }
    }

    [Fact]
    public async Task A_file_of_another_store_or_behind_the_feed_is_not_used()
    {
        using var folder = new TestFolder();
        var file = new IndexFile(folder.File("graph.index"), 0);
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, new RandomGraph(seed: 1, size: 9).Records);
        await (await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken)).DisposeAsync();
        await using var other = new ReferenceGraphStore();
        await RandomGraph.FillAsync(other, new RandomGraph(seed: 2, size: 9).Records);

        await using var ofOther = await GraphIndex.OpenAsync(other, file, IndexParts.All, Some.NoToken);
        Assert.Equal(1, ofOther.SnapshotsRead);
        await store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken);
        await store.TrimFeedAsync((await store.ReadFeedAsync(0, 1, Some.NoToken)).LastSequence - 1, Some.NoToken);
        await using var behind = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
        Assert.Equal(1, behind.SnapshotsRead);
    }

    [Fact]
    public async Task A_graph_that_was_read_while_somebody_wrote_is_not_kept()
    {
        using var folder = new TestFolder();
        var (path, graph) = (folder.File("graph.index"), new RandomGraph(seed: 1, size: 9));
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, graph.Records);
        var state = SnapshotState.Of(await SnapshotReader.ReadAsync(store, IndexParts.All, Some.NoToken));
        await store.CommitAsync(Some.Creating(Some.Contact()), Some.NoToken);

        await new IndexFile(path, 0).WriteAsync(store, state, Some.NoToken);

        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_small_graph_is_not_kept_and_a_folder_that_cannot_be_written_stops_nothing()
    {
        using var folder = new TestFolder();
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(store, new RandomGraph(seed: 1, size: 9).Records);

        var file = new IndexFile(folder.File("graph.index"));
        await (await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken)).DisposeAsync();
        Assert.False(File.Exists(folder.File("graph.index")));

        await File.WriteAllTextAsync(folder.File("taken"), "");
        var unwritable = new IndexFile(Path.Combine(folder.File("taken"), "graph.index"), 0);
        await using var index = await GraphIndex.OpenAsync(store, unwritable, IndexParts.All, Some.NoToken);
        Assert.Equal(1, index.SnapshotsRead);
    }
}
