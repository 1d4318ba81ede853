using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Commits that are done.</summary>
public abstract class CommitContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableFact]
    public async Task Commits_are_numbered_from_one()
    {
        await using var place = await OpenEmptyAsync();

        Assert.Equal(1, await place.Store.CreateAsync(Some.Employee()));
        Assert.Equal(2, await place.Store.CreateAsync(Some.Employee()));
        Assert.Equal(3, await place.Store.CreateAsync(Some.Employee()));
    }

    [SkippableFact]
    public async Task An_update_replaces_the_whole_record()
    {
        var bo = Some.Contact() with { Title = "Maler", Topics = ["kunst"], Source = "crm", ExternalId = "1" };
        await using var place = await OpenWithAsync(bo);
        var next = Some.Next(bo) with { Title = null, Topics = [], Phones = ["1"], Source = null, ExternalId = null };

        await place.Store.WriteAsync(new Change.Update(next, 1));

        Assert.Equal(next, await place.Store.ReadOneAsync(bo.Id));
    }

    [SkippableFact]
    public async Task An_update_keeps_its_own_natural_key()
    {
        var bo = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await using var place = await OpenWithAsync(bo);

        await place.Store.WriteAsync(Some.Updating(bo, one => one with { Name = "Carl" }));

        var found = await place.Store.FindAsync([bo.NaturalKey!.Value], ViewScope.All, Some.NoToken);
        Assert.Equal("Carl", Assert.IsType<Contact>(found[bo.NaturalKey.Value]).Name);
    }

    [SkippableFact]
    public async Task A_deleted_record_is_in_no_answer()
    {
        var (anna, bo) = (Some.Employee("Anna"), Some.Contact("Bo") with { Source = "crm", ExternalId = "1" });
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenWithAsync(anna, bo, tie);

        await place.Store.WriteAsync(Some.Deleting(bo));

        Assert.Null(await place.Store.ReadOneAsync(bo.Id));
        Assert.Null(await place.Store.ReadOneAsync(tie.Id));
        Assert.Empty(await place.Store.FindAsync([bo.NaturalKey!.Value], ViewScope.All, Some.NoToken));
        Assert.Empty(await place.Store.IdsAsync(new PageQuery(RecordKind.Contact)));
        Assert.Empty(await place.Store.FoundAsync("bo"));
        Assert.Empty(await place.Store.EdgeIdsAtOneAsync(new EdgeQuery(RecordKind.Knows, Direction.Both, [anna.Id])));
        Assert.Empty((await place.Store.ReadLinksAsync(RecordKind.Knows, default, 9, Some.NoToken)).Links);
        Assert.Empty((await place.Store.ReadPointsAsync(RecordKind.Contact, default, 9, Some.NoToken)).Points);
        Assert.Equal(anna, await place.Store.ReadOneAsync(anna.Id));
    }

    [SkippableFact]
    public async Task A_node_takes_its_relationships_of_every_type_and_visibility_with_it()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        var (network, meeting) = (Some.Network(), Some.Meeting());
        Relationship[] gone =
        [
            Some.Knows(anna, bo) with { Visibility = Visibility.Owner, OwnerId = anna.Id },
            Some.Knows(bo, anna) with { Visibility = Visibility.Discreet },
            Some.Knows(bo, bo),
            Some.MemberOf(bo, network),
            Some.Attended(bo, meeting),
            Some.Interaction(anna, bo),
        ];
        var kept = Some.Attended(anna, meeting);
        await using var place = await OpenWithAsync([anna, bo, network, meeting, kept, .. gone]);

        await place.Store.WriteAsync(Some.Deleting(bo));

        Assert.Empty(await place.Store.ReadAsync([.. gone.Select(tie => tie.Id)], ViewScope.All, Some.NoToken));
        Assert.Equal(kept, await place.Store.ReadOneAsync(kept.Id));
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }

    [SkippableFact]
    public async Task Records_that_name_a_deleted_one_keep_the_value()
    {
        var anna = Some.Employee();
        var department = Some.Department() with { LeadId = anna.Id, OwnerId = anna.Id };
        await using var place = await OpenWithAsync(anna, department);

        await place.Store.WriteAsync(Some.Deleting(anna));

        Assert.Equal(department, await place.Store.ReadOneAsync(department.Id));
    }

    [SkippableFact]
    public async Task The_id_and_the_key_of_a_deleted_record_are_free()
    {
        var bo = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await using var place = await OpenWithAsync(bo);
        await place.Store.WriteAsync(Some.Deleting(bo));

        await place.Store.CreateAsync(bo with { Name = "Ny" });

        Assert.Equal(bo with { Name = "Ny" }, await place.Store.ReadOneAsync(bo.Id));
    }

    [SkippableFact]
    public async Task The_order_of_the_changes_plays_no_part()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact() with { Source = "crm", ExternalId = "1" });
        await using var place = await OpenWithAsync(bo);

        // The tie stands before its start, the heir of a key before the one that gives it up.
        var tie = Some.Knows(anna, bo);
        var heir = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await place.Store.WriteAsync(
            new Change.Create(tie),
            new Change.Create(heir),
            new Change.Create(anna),
            Some.Updating(bo, one => one with { ExternalId = "2" }));

        Assert.Equal(tie, await place.Store.ReadOneAsync(tie.Id));
        var found = await place.Store.FindAsync([heir.NaturalKey!.Value], ViewScope.All, Some.NoToken);
        Assert.Equal([heir], found.Values);
    }

    [SkippableFact]
    public async Task Two_records_can_swap_their_keys()
    {
        var (bo, carl) = (
            Some.Contact() with { Source = "crm", ExternalId = "1" }, Some.Contact() with { Source = "crm", ExternalId = "2" });
        await using var place = await OpenWithAsync(bo, carl);

        await place.Store.WriteAsync(
            Some.Updating(bo, one => one with { ExternalId = "2" }), Some.Updating(carl, one => one with { ExternalId = "1" }));

        var found = await place.Store.FindAsync([bo.NaturalKey!.Value], ViewScope.All, Some.NoToken);
        Assert.Equal(carl.Id, found[bo.NaturalKey.Value].Id);
    }

    [SkippableFact]
    public async Task The_keys_of_a_removed_node_and_its_relationships_are_free_in_the_same_commit()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact() with { Source = "crm", ExternalId = "1" });
        var tie = Some.Knows(anna, anna) with { Source = "crm" };
        await using var place = await OpenWithAsync(anna, bo, tie);

        var heir = Some.Contact() with { Source = "crm", ExternalId = "1" };
        await place.Store.WriteAsync(
            new Change.Create(heir),
            Some.Deleting(bo),
            new Change.Create(Some.Knows(anna, anna) with { Source = "crm" }),
            Some.Deleting(tie));

        Assert.Equal(heir, await place.Store.ReadOneAsync(heir.Id));
        Assert.Empty(await place.Store.CheckAsync(Some.NoToken));
    }

    [SkippableFact]
    public async Task The_same_commit_again_changes_nothing_and_returns_the_first_sequence()
    {
        var bo = Some.Contact();
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating(bo);

        Assert.Equal(new CommitResult.Done(1, false), await place.Store.CommitAsync(commit, Some.NoToken));
        await place.Store.WriteAsync(Some.Updating(bo, one => one with { Name = "Carl" }));
        Assert.Equal(new CommitResult.Done(1, true), await place.Store.CommitAsync(commit, Some.NoToken));
        Assert.Equal(new CommitResult.Done(1, true), await place.Store.CommitAsync(commit, Some.NoToken));

        Assert.Equal("Carl", Assert.IsType<Contact>(await place.Store.ReadOneAsync(bo.Id)).Name);
        Assert.Equal(2, (await place.Store.ReadFeedAsync(0, 9, Some.NoToken)).LastSequence);
    }

    [SkippableFact]
    public async Task The_commits_id_alone_says_that_it_was_done()
    {
        await using var place = await OpenEmptyAsync();
        var commit = Some.Creating(Some.Contact());
        await place.Store.CommitAsync(commit, Some.NoToken);
        var other = Some.Contact();

        var again = await place.Store.CommitAsync(commit with { Changes = [new Change.Create(other)] }, Some.NoToken);

        Assert.Equal(new CommitResult.Done(1, true), again);
        Assert.Null(await place.Store.ReadOneAsync(other.Id));
    }

    [SkippableFact]
    public async Task A_forgotten_commit_is_judged_anew()
    {
        await using var place = await OpenEmptyAsync();
        var (bo, commit) = (Some.Contact(), Some.Commit());
        commit = commit with { Changes = [new Change.Create(bo)] };
        await place.Store.CommitAsync(commit, Some.NoToken);
        await place.Store.CreateAsync(Some.Contact());
        await place.Store.TrimFeedAsync(1, Some.NoToken);

        var again = Assert.IsType<CommitResult.Refused>(await place.Store.CommitAsync(commit, Some.NoToken));

        Assert.Equal([new Refusal(0, bo.Id, RefusalReason.IdTaken)], again.Refusals);
    }

    [SkippableFact]
    public async Task A_commit_without_changes_is_done()
    {
        await using var place = await OpenEmptyAsync();

        Assert.Equal(1, await place.Store.WriteAsync());
        Assert.Equal(2, await place.Store.WriteAsync());
    }

    [SkippableFact]
    public async Task A_full_commit_is_done_whole()
    {
        var contacts = Enumerable.Range(0, Limits.CommitChangesMax).Select(i => Some.Contact($"Nr {i}")).ToList();
        await using var place = await OpenWithAsync([.. contacts]);

        await place.Store.WriteAsync([.. contacts.Select(bo => Some.Updating(bo, one => one with { Title = "Ny" }))]);
        Assert.Equal(contacts.Count, await place.Store.CountAsync(
            new PageQuery(RecordKind.Contact) { Filter = RecordKind.Contact.Of("title").Is(PropertyValue.Of("Ny")) },
            ViewScope.All,
            Some.NoToken));

        await place.Store.WriteAsync([.. contacts.Select(bo => new Change.Delete(bo.Id, 2))]);
        Assert.Equal(0, await place.Store.CountAsync(new PageQuery(RecordKind.Contact), ViewScope.All, Some.NoToken));
    }
}
