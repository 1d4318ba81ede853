using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Commits that are refused, and why.</summary>
public abstract class RefusalContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly Employee Anna = Some.Employee("Anna");
    private static readonly Contact Bo = Some.Contact("Bo") with { Source = "crm", ExternalId = "1", Version = 3 };
    private static readonly Contact Carl = Some.Contact("Carl") with { Source = "crm", ExternalId = "2" };
    private static readonly Knows Tie = Some.Knows(Anna, Bo) with { Source = "crm" };

    [SkippableFact]
    public Task A_new_records_id_is_taken() => ExpectAsync(
        (new Change.Create(Bo with { Name = "Ny" }), RefusalReason.IdTaken));

    [SkippableFact]
    public Task The_record_to_change_is_not_there() => ExpectAsync(
        (new Change.Update(Some.Contact(), 1), RefusalReason.NotFound),
        (new Change.Delete(Some.Id(RecordKind.Contact), 1), RefusalReason.NotFound),
        (new Change.Delete(Some.Id(RecordKind.Knows), 0), RefusalReason.NotFound));

    [SkippableTheory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(0)]
    public Task The_record_has_another_version_than_the_one_seen(int seen) => ExpectAsync(
        (new Change.Update(Some.Next(Bo), seen), RefusalReason.VersionConflict),
        (new Change.Delete(Tie.Id, 9), RefusalReason.VersionConflict),
        (new Change.Delete(Carl.Id, seen), RefusalReason.VersionConflict));

    [SkippableFact]
    public Task A_relationship_keeps_its_ends() => ExpectAsync(
        (Some.Updating(Tie, tie => tie with { ToId = Carl.Id }), RefusalReason.EndChanged));

    [SkippableFact]
    public Task A_relationship_does_not_turn_around() => ExpectAsync(
        (Some.Updating(Tie, tie => tie with { ToId = Anna.Id, FromId = Bo.Id }), RefusalReason.EndChanged));

    [SkippableFact]
    public Task A_new_relationships_end_is_not_there() => ExpectAsync(
        (new Change.Create(Some.Knows(Anna, Some.Contact())), RefusalReason.EndMissing),
        (new Change.Create(Some.Knows(Some.Employee(), Bo)), RefusalReason.EndMissing));

    [SkippableFact]
    public Task A_relationships_end_is_removed_by_the_same_commit() => ExpectAsync(
        (Some.Updating(Tie, tie => tie with { HowMet = "Skolen" }), RefusalReason.EndMissing),
        (new Change.Create(Some.Knows(Bo, Anna)), RefusalReason.EndMissing),
        (Some.Deleting(Bo), null));

    [SkippableFact]
    public Task Another_record_has_the_key() => ExpectAsync(
        (new Change.Create(Some.Contact() with { Source = "crm", ExternalId = "1" }), RefusalReason.KeyTaken),
        (Some.Updating(Carl, carl => carl with { ExternalId = "1" }), RefusalReason.KeyTaken),
        (new Change.Create(Some.Knows(Anna, Bo) with { Source = "crm" }), RefusalReason.KeyTaken),
        (new Change.Create(Some.Employee() with { Source = "crm", ExternalId = "1" }), null));

    [SkippableFact]
    public Task Two_records_get_one_key_by_the_same_commit_and_both_are_refused() => ExpectAsync(
        (new Change.Create(Some.Contact() with { Source = "crm", ExternalId = "9" }), RefusalReason.KeyTaken),
        (new Change.Create(Some.Contact() with { Source = "crm", ExternalId = "8" }), null),
        (Some.Updating(Carl, carl => carl with { ExternalId = "9" }), RefusalReason.KeyTaken));

    [SkippableFact]
    public Task The_first_reason_that_applies_is_told() => ExpectAsync(
        (new Change.Create(Tie with { ToId = Some.Id(RecordKind.Contact) }), RefusalReason.IdTaken),
        (new Change.Update(Some.Contact() with { Source = "crm", ExternalId = "2" }, 1), RefusalReason.NotFound),
        (new Change.Update(Bo with { ExternalId = "2" }, 1), RefusalReason.VersionConflict),
        (new Change.Create(Some.Knows(Anna, Some.Contact()) with { Source = "crm" }), RefusalReason.EndMissing));

    [SkippableFact]
    public Task The_end_that_changed_comes_before_the_end_that_goes() => ExpectAsync(
        (Some.Updating(Tie, tie => tie with { ToId = Carl.Id }), RefusalReason.EndChanged),
        (Some.Deleting(Carl), null));

    [SkippableFact]
    public Task Each_change_is_judged_as_though_the_others_were_done()
    {
        // The node is refused for its key; the tie to it is not at fault. The key it asks for counts as given.
        var node = Some.Contact() with { Source = "crm", ExternalId = "1" };
        return ExpectAsync(
            (new Change.Create(node), RefusalReason.KeyTaken),
            (new Change.Create(Some.Knows(Anna, node)), null),
            (new Change.Update(Some.Contact() with { Source = "crm", ExternalId = "7" }, 1), RefusalReason.NotFound),
            (Some.Updating(Carl, carl => carl with { ExternalId = "7" }), RefusalReason.KeyTaken));
    }

    [SkippableFact]
    public async Task A_refused_commit_may_be_sent_again_and_is_done_once_nothing_speaks_against_it()
    {
        await using var place = await OpenWithAsync(Anna);
        var bo = Some.Contact();
        var commit = Some.Creating(Some.Knows(Anna, bo));

        Assert.IsType<CommitResult.Refused>(await place.Store.CommitAsync(commit, Some.NoToken));
        await place.Store.CreateAsync(bo);

        Assert.Equal(new CommitResult.Done(3, false), await place.Store.CommitAsync(commit, Some.NoToken));
    }

    [SkippableFact]
    public async Task Many_refusals_come_all_in_order()
    {
        await using var place = await OpenEmptyAsync();
        var changes = Enumerable.Range(0, 2_000).Select(i => i % 2 == 0
            ? (Change)new Change.Create(Some.Contact())
            : new Change.Delete(Some.Id(RecordKind.Contact), 1)).ToList();

        var refusals = await place.Store.RefuseAsync([.. changes]);

        Assert.Equal(1_000, refusals.Count);
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => (2 * i) + 1), refusals.Select(refusal => refusal.Position));
        Assert.All(refusals, refusal => Assert.Equal(changes[refusal.Position].Id, refusal.Id));
    }

    /// <summary>Exactly the changes with a reason are refused, and nothing of the commit was done.</summary>
    private static async Task ExpectAsync(params (Change Change, RefusalReason? Reason)[] cases)
    {
        Record[] before = [Anna, Bo, Carl, Tie];
        await using var place = await OpenWithAsync(before);

        var refusals = await place.Store.RefuseAsync([.. cases.Select(one => one.Change)]);

        var expected = cases.Select((one, i) => (one.Reason, Refusal: new Refusal(i, one.Change.Id, one.Reason ?? default)))
            .Where(one => one.Reason is not null).Select(one => one.Refusal);
        Assert.Equal(expected, refusals);
        Assert.Equal(1, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
        var ids = cases.Select(one => one.Change.Id).Concat(before.Select(record => record.Id)).ToList();
        var after = await place.Store.ReadAsync(ids, ViewScope.All, Some.NoToken);
        Assert.Equal(before.OrderBy(record => record.Id), after.Values.OrderBy(record => record.Id));
        Assert.Equal(2, await place.Store.CreateAsync(Some.Contact()));
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }
}
