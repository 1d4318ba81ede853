using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Wrong arguments and calls that are given up.</summary>
public abstract class ArgumentContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly RecordId[] TooManyIds =
        [.. Enumerable.Range(0, Limits.BatchMax + 1).Select(_ => Some.Id(RecordKind.Contact))];

    private static readonly EdgeQuery Ties = new(RecordKind.Knows, Direction.Both, [TooManyIds[0]]);

    private static readonly PageQuery Contacts = new(RecordKind.Contact);

    private static readonly RecordOrder ByTitle = new(RecordKind.Contact.Of("title"), Descending: false);

    [SkippableFact]
    public Task Too_many_ids_keys_and_anchors_are_refused() => RefusedAsync(
        (store, ct) => store.ReadAsync(TooManyIds, ViewScope.All, ct),
        (store, ct) => store.FindAsync(
            [.. TooManyIds.Select(id => NaturalKey.OfNode(id.Kind, "crm", id.ToString()))], ViewScope.All, ct),
        (store, ct) => store.ReadEdgesAsync(Ties with { Anchors = TooManyIds }, ViewScope.All, ct),
        (store, ct) => store.CountEdgesAsync(Ties with { Anchors = TooManyIds }, ViewScope.All, ct));

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Limits.BatchMax + 1)]
    public Task A_bound_outside_its_range_is_refused(int rowsMax) => RefusedAsync(
        (store, ct) => store.ReadPageAsync(Contacts with { RowsMax = rowsMax }, ViewScope.All, ct),
        (store, ct) => store.ReadEdgesAsync(Ties with { RowsMax = rowsMax }, ViewScope.All, ct),
        (store, ct) => store.SearchAsync(StoreSteps.Searching("bo") with { RowsMax = rowsMax }, ViewScope.All, ct),
        (store, ct) => store.ReadLinksAsync(RecordKind.Knows, default, Math.Min(rowsMax, 0), ct),
        (store, ct) => store.ReadPointsAsync(RecordKind.Contact, default, Math.Min(rowsMax, 0), ct),
        (store, ct) => store.ReadActsAsync(default, Math.Min(rowsMax, 0), ct),
        (store, ct) => store.ReadFeedAsync(0, Math.Min(rowsMax, 0), ct));

    [SkippableFact]
    public Task A_search_for_too_many_words_for_none_or_for_too_many_rows_is_refused() => RefusedAsync(
        (store, ct) => store.SearchAsync(new SearchQuery([], [RecordKind.Contact]), ViewScope.All, ct),
        (store, ct) => store.SearchAsync(
            StoreSteps.Searching(string.Join(' ', Enumerable.Repeat("bo", Limits.SearchWordsMax + 1))), ViewScope.All, ct),
        (store, ct) => store.SearchAsync(
            StoreSteps.Searching("bo") with { RowsMax = Limits.PageRowsMax + 1 }, ViewScope.All, ct));

    [SkippableFact]
    public Task An_order_by_what_not_every_record_has_is_refused() => RefusedAsync(
        (store, ct) => store.ReadPageAsync(Contacts with { Order = ByTitle }, ViewScope.All, ct),
        (store, ct) => store.ReadEdgesAsync(
            Ties with { Order = new RecordOrder(RecordKind.Knows.Of("declaredStrength"), false) }, ViewScope.All, ct));

    [SkippableFact]
    public Task A_walk_at_several_anchors_is_refused() => RefusedAsync(
        (store, ct) => store.ReadEdgesAsync(
            Ties with { Anchors = TooManyIds[..2], After = new Keyset(default, TooManyIds[0]) }, ViewScope.All, ct));

    [SkippableFact]
    public Task Too_many_changes_and_two_of_one_record_are_refused()
    {
        var bo = Some.Contact();
        return RefusedAsync(
            (store, ct) => store.CommitAsync(
                Some.Commit([.. TooManyIds.Select(id => new Change.Delete(id, 1))]), ct),
            (store, ct) => store.CommitAsync(Some.Commit(new Change.Create(bo), new Change.Create(bo)), ct),
            (store, ct) => store.CommitAsync(Some.Commit(new Change.Create(bo), Some.Deleting(bo)), ct));
    }

    [SkippableFact]
    public async Task A_cancelled_token_ends_every_call_and_nothing_is_done()
    {
        await using var place = await OpenWithAsync(Some.Contact("Bo"));
        Func<IGraphStore, CancellationToken, Task>[] calls =
        [
            (store, ct) => store.ReadAsync([TooManyIds[0]], ViewScope.All, ct),
            (store, ct) => store.FindAsync([NaturalKey.OfNode(RecordKind.Contact, "crm", "1")], ViewScope.All, ct),
            (store, ct) => store.ReadPageAsync(Contacts, ViewScope.All, ct),
            (store, ct) => store.CountAsync(Contacts, ViewScope.All, ct),
            (store, ct) => store.ReadEdgesAsync(Ties, ViewScope.All, ct),
            (store, ct) => store.CountEdgesAsync(Ties, ViewScope.All, ct),
            (store, ct) => store.SearchAsync(StoreSteps.Searching("bo"), ViewScope.All, ct),
            (store, ct) => store.ReadLinksAsync(RecordKind.Knows, default, 9, ct),
            (store, ct) => store.ReadPointsAsync(RecordKind.Contact, default, 9, ct),
            (store, ct) => store.ReadActsAsync(default, 9, ct),
            (store, ct) => store.CommitAsync(Some.Creating(Some.Contact()), ct),
            (store, ct) => store.ReadFeedAsync(0, 9, ct),
            (store, ct) => store.TrimFeedAsync(9, ct),
            (store, ct) => store.CheckAsync(ct),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => call(place.Store, new CancellationToken(canceled: true)));
        }

        Assert.Equal(1, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
        Assert.Equal(2, await place.Store.CreateAsync(Some.Contact()));
        Assert.NotEmpty(await place.Store.FoundAsync("bo"));
    }

    private static async Task RefusedAsync(params Func<IGraphStore, CancellationToken, Task>[] calls)
    {
        await using var place = await OpenEmptyAsync();
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => call(place.Store, Some.NoToken));
        }

        Assert.Equal(1, await place.Store.CreateAsync(Some.Contact()));
    }
}
