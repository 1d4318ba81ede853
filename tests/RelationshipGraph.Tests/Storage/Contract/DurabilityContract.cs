using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>What is still there when the store is opened again.</summary>
public abstract class DurabilityContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task Every_record_is_there_after_reopening()
    {
        var records = new RecordGenerator(41).Graph(nodes: 3, relationships: 4);
        await using var place = await OpenWithAsync(records);

        await place.ReopenAsync();

        var read = await place.Store.ReadAsync([.. records.Select(record => record.Id)], ViewScope.All, Some.NoToken);
        Assert.All(records, record => Assert.Equal(record, read[record.Id]));
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }

    [SkippableFact]
    public async Task Updates_and_deletions_stay_done()
    {
        var (bo, carl) = (Some.Contact("Bo"), Some.Contact("Carl"));
        await using var place = await OpenWithAsync(bo, carl);
        await place.Store.WriteAsync(Some.Updating(bo, one => one with { Name = "Bodil" }), Some.Deleting(carl));

        await place.ReopenAsync();

        Assert.Equal([bo.Id], await place.Store.FoundAsync("bodil"));
        Assert.Empty(await place.Store.FoundAsync("carl"));
        Assert.Null(await place.Store.ReadOneAsync(carl.Id));
    }

    [SkippableFact]
    public async Task The_feed_and_its_numbers_go_on_where_they_were()
    {
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating(Some.Contact());
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.CommitAsync(commit, Some.NoToken);
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.TrimFeedAsync(1, Some.NoToken);

        await place.ReopenAsync();

        Assert.Equal(new CommitResult.Done(2, true), await place.Store.CommitAsync(commit, Some.NoToken));
        Assert.Equal(4, await place.Store.CreateAsync(Some.Contact()));
        Assert.False((await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).Reaches);
        var feed = await place.Store.ReadFeedAsync(1, 9, Some.NoToken);
        Assert.Equal([2L, 3L, 4L], feed.Entries.Select(entry => entry.Sequence));
    }

    [SkippableFact]
    public async Task Keys_and_versions_are_still_held()
    {
        var bo = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await using var place = await OpenWithAsync(bo);

        await place.ReopenAsync();

        var heir = Some.Contact() with { Source = "crm", ExternalId = "1" };
        var taken = Assert.Single(await place.Store.RefuseAsync(new Change.Create(heir)));
        var stale = Assert.Single(await place.Store.RefuseAsync(new Change.Delete(bo.Id, 2)));
        Assert.Equal((RefusalReason.KeyTaken, RefusalReason.VersionConflict), (taken.Reason, stale.Reason));
    }

    [SkippableFact]
    public async Task An_empty_store_reopens_empty()
    {
        await using var place = await OpenEmptyAsync();

        await place.ReopenAsync();

        Assert.Equal(1, await place.Store.CreateAsync(Some.Contact()));
    }

    [SkippableFact]
    public async Task What_was_refused_left_nothing()
    {
        await using var place = await OpenEmptyAsync();
        var bo = Some.Contact();
        await place.Store.RefuseAsync(new Change.Create(bo), new Change.Delete(Some.Id(RecordKind.Goal), 1));

        await place.ReopenAsync();

        Assert.Null(await place.Store.ReadOneAsync(bo.Id));
        Assert.Equal(0, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
    }
}
