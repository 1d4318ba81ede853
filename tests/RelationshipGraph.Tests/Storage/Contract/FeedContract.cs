using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>The ordered feed of what was committed.</summary>
public abstract class FeedContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task An_empty_store_has_an_empty_feed()
    {
        await using var place = await OpenEmptyAsync();

        AssertIs(new FeedPage([], 0, Reaches: true), await FeedAsync(place, 0));
    }

    [SkippableFact]
    public async Task An_entry_holds_who_when_and_what_was_done_to_which_record_in_order()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact() with { Version = 5 });
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenWithAsync(anna, tie, bo);
        var at = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var carl = Some.Contact();
        var second = new Commit(
            Some.CommitId(),
            "emp_0c5k2v8q0004g",
            at,
            [Some.Updating(bo, one => one with { Name = "Bodil" }), new Change.Create(carl), Some.Deleting(tie)]);
        await place.Store.CommitAsync(second, Some.NoToken);

        var page = await FeedAsync(place, 0);

        Assert.Equal((2, true), (page.LastSequence, page.Reaches));
        Assert.Equal([1L, 2L], page.Entries.Select(entry => entry.Sequence));
        Assert.Equal(
            [Created(anna), Created(tie), Created(bo)],
            page.Entries[0].Changes);
        var entry = page.Entries[1];
        Assert.Equal((second.Id, "emp_0c5k2v8q0004g", at), (entry.CommitId, entry.Actor, entry.At));
        Assert.Equal(
            [new FeedChange(bo.Id, FeedOperation.Updated, 6), Created(carl), new FeedChange(tie.Id, FeedOperation.Deleted, 1)],
            entry.Changes);
    }

    [SkippableFact]
    public async Task Relationships_a_node_took_with_it_follow_it_by_id_each_once()
    {
        var (anna, bo, carl) = (Some.Employee(), Some.Contact(), Some.Contact());
        var (first, second) = (Some.Knows(anna, bo) with { Version = 4 }, Some.Knows(bo, carl));
        var (own, other) = (Some.Interaction(bo, anna), Some.Knows(carl, anna));
        await using var place = await OpenWithAsync(anna, bo, carl, second, own, other, first);
        var dora = Some.Contact();

        await place.Store.WriteAsync(
            new Change.Create(dora), Some.Deleting(bo), Some.Deleting(carl), Some.Deleting(own));

        var entry = Assert.Single((await FeedAsync(place, 1)).Entries);
        Assert.Equal(
            [Created(dora), Deleted(bo), Deleted(first), Deleted(second), Deleted(carl), Deleted(other), Deleted(own)],
            entry.Changes);
    }

    [SkippableFact]
    public async Task What_was_refused_or_repeated_is_not_in_it()
    {
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating(Some.Contact());
        await place.Store.CommitAsync(commit, Some.NoToken);
        await place.Store.CommitAsync(commit, Some.NoToken);
        await place.Store.RefuseAsync(new Change.Delete(Some.Id(RecordKind.Contact), 1));
        await place.Store.CreateAsync(Some.Contact());

        Assert.Equal([1L, 2L], (await FeedAsync(place, 0)).Entries.Select(entry => entry.Sequence));
    }

    [SkippableFact]
    public async Task It_is_read_from_any_place_in_parts()
    {
        await using var place = await OpenEmptyAsync();
        for (var i = 0; i < 5; i++)
        {
            await place.Store.CreateAsync(Some.Contact());
        }

        Assert.Equal([1L, 2L], (await FeedAsync(place, 0, 2)).Entries.Select(entry => entry.Sequence));
        Assert.Equal([3L, 4L], (await FeedAsync(place, 2, 2)).Entries.Select(entry => entry.Sequence));
        Assert.Equal([5L], (await FeedAsync(place, 4, 2)).Entries.Select(entry => entry.Sequence));
        Assert.Equal(5, (await FeedAsync(place, 0, 1)).LastSequence);
        AssertIs(new FeedPage([], 5, Reaches: true), await FeedAsync(place, 5));
    }

    [SkippableFact]
    public async Task A_sequence_that_was_never_given_is_not_reached()
    {
        await using var place = await OpenWithAsync(Some.Contact());

        AssertIs(new FeedPage([], 1, Reaches: false), await FeedAsync(place, 2));
    }

    [SkippableFact]
    public async Task Trimmed_it_reaches_back_to_where_it_was_trimmed_and_the_records_stay()
    {
        var contacts = Enumerable.Range(0, 5).Select(_ => Some.Contact()).ToList();
        await using var place = await OpenEmptyAsync();
        foreach (var contact in contacts)
        {
            await place.Store.CreateAsync(contact);
        }

        await place.Store.TrimFeedAsync(3, Some.NoToken);

        AssertIs(new FeedPage([], 5, Reaches: false), await FeedAsync(place, 0));
        AssertIs(new FeedPage([], 5, Reaches: false), await FeedAsync(place, 2));
        var kept = await FeedAsync(place, 3);
        Assert.Equal([4L, 5L], kept.Entries.Select(entry => entry.Sequence));
        Assert.True(kept.Reaches);
        Assert.Equal(contacts.Select(c => c.Id), await place.Store.IdsAsync(new PageQuery(RecordKind.Contact)));
    }

    [SkippableFact]
    public async Task The_greatest_entry_is_always_kept_and_the_next_commit_follows_it()
    {
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating(Some.Contact());
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.CommitAsync(commit, Some.NoToken);

        await place.Store.TrimFeedAsync(99, Some.NoToken);
        await place.Store.TrimFeedAsync(1, Some.NoToken);

        Assert.Equal([2L], (await FeedAsync(place, 1)).Entries.Select(entry => entry.Sequence));
        Assert.False((await FeedAsync(place, 0)).Reaches);
        Assert.Equal(new CommitResult.Done(2, true), await place.Store.CommitAsync(commit, Some.NoToken));
        Assert.Equal(3, await place.Store.CreateAsync(Some.Contact()));
    }

    [SkippableFact]
    public async Task Trimming_an_empty_feed_or_to_zero_does_nothing()
    {
        await using var place = await OpenEmptyAsync();

        await place.Store.TrimFeedAsync(10, Some.NoToken);
        Assert.True((await FeedAsync(place, 0)).Reaches);
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.TrimFeedAsync(0, Some.NoToken);

        Assert.Single((await FeedAsync(place, 0)).Entries);
    }

    private static Task<FeedPage> FeedAsync(IStoreUnderTest place, long after, int entriesMax = 100) =>
        place.Store.ReadFeedAsync(after, entriesMax, Some.NoToken);

    private static FeedChange Created(Record record) => new(record.Id, FeedOperation.Created, record.Version);

    private static FeedChange Deleted(Record record) => new(record.Id, FeedOperation.Deleted, record.Version);

    private static void AssertIs(FeedPage expected, FeedPage page)
    {
        Assert.Equal(expected.Entries.Select(entry => entry.Sequence), page.Entries.Select(entry => entry.Sequence));
        Assert.Equal((expected.LastSequence, expected.Reaches), (page.LastSequence, page.Reaches));
    }
}
