using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Storage.Neo4j.Schema;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>Databases that are not quite a store of ours.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jServerSchemaTests
{
    private const string Index = "contact_by_created_at";

    [SkippableFact]
    public async Task An_index_that_somebody_dropped_is_made_when_the_store_is_opened()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        await RunAsync($"DROP INDEX {Index}");

        Assert.Equal([$"The index {Index} is missing."], await place.Store.CheckAsync(Some.NoToken));
        await Assert.ThrowsAsync<StoreReadOnlyException>(() => OpenAsync(Neo4jOpenMode.ReadOnly));
        await using (await OpenAsync(Neo4jOpenMode.Existing))
        {
            Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
        }
    }

    [SkippableFact]
    public async Task A_search_index_that_splits_words_otherwise_is_noticed()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        await RunAsync($"DROP INDEX {KindStorage.SearchIndex}");
        await RunAsync(
            $"CREATE FULLTEXT INDEX {KindStorage.SearchIndex} FOR (n:Record) ON EACH [n.{KindStorage.SearchWords}] "
            + "OPTIONS { indexConfig: { `fulltext.analyzer`: 'danish' } }");
        try
        {
            Assert.Single(await place.Store.CheckAsync(Some.NoToken));
            await Assert.ThrowsAsync<StoreCorruptException>(() => OpenAsync(Neo4jOpenMode.Existing));
        }
        finally
        {
            await RunAsync($"DROP INDEX {KindStorage.SearchIndex}");
            await (await OpenAsync(Neo4jOpenMode.Existing)).DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Several_that_open_an_empty_database_at_once_make_one_store()
    {
        await (await Neo4jServerPlace.OpenEmptyAsync()).DisposeAsync();
        await RunAsync("MATCH (n) DETACH DELETE n");
        await RunAsync($"DROP INDEX {Index}");

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync(Neo4jOpenMode.Create))));

        Assert.Equal(2, await CountAsync("MATCH (n) RETURN count(n)"));
        Assert.Equal([1, 2, 3, 4], (await Task.WhenAll(stores.Select(store => store.CreateAsync(Some.Contact())))).Order());
        foreach (var store in stores)
        {
            Assert.Empty(await store.CheckAsync(Some.NoToken));
            await store.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Nodes_that_are_none_of_ours_are_found()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        await RunAsync("CREATE (:Stranger {name: 'Nobody'})");
        var findings = await place.Store.CheckAsync(Some.NoToken);
        await RunAsync("MATCH (n:Stranger) DELETE n");

        Assert.Equal(["1 nodes or relationships are no records of ours: they have no id."], findings);
    }

    [SkippableFact]
    public async Task A_feed_that_lacks_an_entry_is_damage_and_not_a_wait()
    {
        await using var place = await Neo4jServerPlace.OpenEmptyAsync();
        for (var i = 0; i < 4; i++)
        {
            await place.Store.CreateAsync(Some.Contact());
        }

        await RunAsync("MATCH (c:Change {sequence: 2}) DELETE c");

        await Assert.ThrowsAsync<StoreCorruptException>(() => place.Store.ReadFeedAsync(0, 9, Some.NoToken));
        Assert.Contains("The feed has gaps.", await place.Store.CheckAsync(Some.NoToken));
    }

    private static Task<Neo4jGraphStore> OpenAsync(Neo4jOpenMode mode) =>
        Neo4jGraphStore.OpenAsync(Neo4jServer.Connect(), mode, TimeProvider.System, Some.NoToken);

    private static async Task RunAsync(string statement)
    {
        await using var wire = Neo4jServer.Connect();
        await wire.RunAloneAsync(CypherAccess.Write, new CypherStep(statement), Some.NoToken);
    }

    private static async Task<long> CountAsync(string statement)
    {
        await using var wire = Neo4jServer.Connect();
        var count = 0L;
        var step = new CypherStep(statement, OnRow: row => count = row.ReadInteger());
        await wire.RunAloneAsync(CypherAccess.Read, step, Some.NoToken);
        return count;
    }
}
