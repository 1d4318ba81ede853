using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Two instances on one store, as two processes would have it.</summary>
public abstract class TwoInstancesContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task A_read_sees_what_the_other_instance_committed_before_it()
    {
        var (anna, bo) = (Some.Employee("Anna"), Some.Contact("Bo") with { Source = "crm", ExternalId = "1" });
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenEmptyAsync();
        var other = await place.OpenAnotherAsync();
        Assert.Empty(await other.FoundAsync("bo"));

        await place.Store.CreateAsync(anna, bo, tie);

        Assert.Equal(bo, await other.ReadOneAsync(bo.Id));
        Assert.Single(await other.FindAsync([bo.NaturalKey!.Value], ViewScope.All, Some.NoToken));
        Assert.Equal([bo.Id], await other.IdsAsync(new PageQuery(RecordKind.Contact)));
        Assert.Equal(1, await other.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
        Assert.Equal([tie.Id], await other.EdgeIdsAtOneAsync(new EdgeQuery(RecordKind.Knows, Direction.Both, [bo.Id])));
        Assert.Equal([bo.Id], await other.FoundAsync("bo"));
        Assert.Single((await other.ReadLinksAsync(RecordKind.Knows, default, 9, Some.NoToken)).Links);
        Assert.Equal(1, (await other.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);

        await other.WriteAsync(Some.Updating(bo, one => one with { Name = "Bodil" }));
        Assert.Equal([bo.Id], await place.Store.FoundAsync("bodil"));
        Assert.Equal(2, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
    }

    [SkippableFact]
    public async Task Versions_keys_and_commit_ids_hold_between_them()
    {
        var bo = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await using var place = await OpenEmptyAsync();
        var other = await place.OpenAnotherAsync();
        var commit = Some.Creating(bo);
        await place.Store.CommitAsync(commit, Some.NoToken);

        Assert.Equal(new CommitResult.Done(1, true), await other.CommitAsync(commit, Some.NoToken));
        Assert.Equal(2, await other.WriteAsync(Some.Updating(bo, one => one with { Title = "Ny" })));
        var late = await place.Store.RefuseAsync(
            Some.Updating(bo, one => one with { Title = "Sen" }),
            new Change.Create(Some.Contact() with { Source = "crm", ExternalId = "1" }));
        Assert.Equal([RefusalReason.VersionConflict, RefusalReason.KeyTaken], late.Select(refusal => refusal.Reason));
    }

    [SkippableFact]
    public async Task Writing_at_once_they_share_one_row_of_numbers()
    {
        await using var place = await OpenEmptyAsync();
        IGraphStore[] stores = [place.Store, await place.OpenAnotherAsync()];

        var sequences = await Task.WhenAll(stores.Select(store => Task.Run(async () =>
        {
            var own = new List<long>();
            for (var i = 0; i < 15; i++)
            {
                own.Add(await store.CreateAsync(Some.Contact()));
            }

            return own;
        })));

        var all = Enumerable.Range(1, 30).Select(n => (long)n).ToList();
        Assert.Equal(all, sequences.SelectMany(own => own).Order());
        foreach (var store in stores)
        {
            var feed = await store.ReadFeedAsync(0, 100, Some.NoToken);
            Assert.Equal(all, feed.Entries.Select(entry => entry.Sequence));
            Assert.Empty(await store.CheckAsync(Some.NoToken));
        }
    }

    [SkippableFact]
    public async Task Trimming_in_one_is_seen_in_the_other()
    {
        await using var place = await OpenEmptyAsync();
        var other = await place.OpenAnotherAsync();
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.CreateAsync(Some.Contact());

        await place.Store.TrimFeedAsync(1, Some.NoToken);

        Assert.False((await other.ReadFeedAsync(0, 9, Some.NoToken)).Reaches);
    }
}
