using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Records by what they are called in their source.</summary>
public abstract class NaturalKeyContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly Contact Bo = Some.Contact() with { Source = "crm", ExternalId = "42" };

    [SkippableFact]
    public async Task A_node_is_found_by_source_and_external_id()
    {
        await using var place = await OpenWithAsync(Bo);

        var found = await FindAsync(place, NaturalKey.OfNode(RecordKind.Contact, "crm", "42"));

        Assert.Equal([Bo], found.Values);
        Assert.Equal(Bo.NaturalKey, Assert.Single(found.Keys));
    }

    [SkippableTheory]
    [InlineData(RecordKind.Employee, "crm", "42")]
    [InlineData(RecordKind.Contact, "CRM", "42")]
    [InlineData(RecordKind.Contact, "crm", "042")]
    [InlineData(RecordKind.Contact, "crm", "")]
    public async Task A_key_that_differs_in_any_part_is_absent(RecordKind kind, string source, string externalId)
    {
        await using var place = await OpenWithAsync(Bo);

        Assert.Empty(await FindAsync(place, NaturalKey.OfNode(kind, source, externalId)));
    }

    [SkippableFact]
    public async Task A_record_with_only_half_a_key_has_none()
    {
        await using var place = await OpenWithAsync(
            Some.Contact() with { Source = "crm" },
            Some.Contact() with { Source = "crm" },
            Some.Contact() with { ExternalId = "1" },
            Some.Contact() with { ExternalId = "1" });

        Assert.Empty(await FindAsync(place, NaturalKey.OfNode(RecordKind.Contact, "crm", "")));
    }

    [SkippableFact]
    public async Task Relationships_are_found_by_their_ends_and_what_is_their_own()
    {
        var (anna, bo, company) = (Some.Employee(), Some.Contact(), Some.Company());
        Record[] ties =
        [
            Some.WorksAt(bo, company) with { Source = "crm", ExternalId = "a" },
            Some.WorksAt(bo, company) with { Source = "crm", From = new DateOnly(2024, 5, 1) },
            Some.WorksAt(bo, company) with { Source = "crm" },
            Some.WorksAt(anna, company) with { Source = "crm", ExternalId = "a" },
            Some.Interaction(anna, bo, channel: Channel.Call) with { Source = "crm" },
            Some.Interaction(anna, bo, channel: Channel.Email) with { Source = "crm" },
            Some.Interaction(anna, bo, Some.Now.AddMilliseconds(1), Channel.Email) with { Source = "crm" },
            Some.Interaction(bo, anna, channel: Channel.Call) with { Source = "crm" },
            Some.Interacted(anna, bo, Channel.Call) with { Source = "strength" },
            Some.Interacted(anna, bo, Channel.Email) with { Source = "strength" },
        ];
        await using var place = await OpenWithAsync([anna, bo, company, .. ties]);

        var found = await FindAsync(place, [.. ties.Select(tie => tie.NaturalKey!.Value)]);

        Assert.Equal(ties.Length, found.Count);
        Assert.All(ties, tie => Assert.Equal(tie, found[tie.NaturalKey!.Value]));
    }

    [SkippableFact]
    public async Task Unknown_keys_are_absent_and_repeated_ones_are_read_once()
    {
        await using var place = await OpenWithAsync(Bo);
        var known = Bo.NaturalKey!.Value;

        var found = await FindAsync(place, known, NaturalKey.OfNode(RecordKind.Contact, "crm", "43"), known);

        Assert.Equal([known], found.Keys);
        Assert.Empty(await FindAsync(place));
    }

    [SkippableFact]
    public async Task A_key_that_was_given_up_is_not_found_and_may_be_taken()
    {
        await using var place = await OpenWithAsync(Bo);
        await place.Store.WriteAsync(Some.Updating(Bo, bo => bo with { ExternalId = "43" }));

        var heir = Some.Contact() with { Source = "crm", ExternalId = "42" };
        Assert.Empty(await FindAsync(place, Bo.NaturalKey!.Value));
        await place.Store.CreateAsync(heir);

        Assert.Equal([heir], (await FindAsync(place, Bo.NaturalKey!.Value)).Values);
    }

    [SkippableFact]
    public async Task A_full_batch_of_keys_is_found()
    {
        var contacts = Enumerable.Range(0, Limits.BatchMax)
            .Select(i => Some.Contact() with { Source = "crm", ExternalId = $"{i}" }).ToList();
        await using var place = await OpenWithAsync([.. contacts]);

        Assert.Equal(Limits.BatchMax, (await FindAsync(place, [.. contacts.Select(c => c.NaturalKey!.Value)])).Count);
    }

    private static Task<IReadOnlyDictionary<NaturalKey, Record>> FindAsync(
        IStoreUnderTest place, params IReadOnlyCollection<NaturalKey> keys) =>
        place.Store.FindAsync(keys, ViewScope.All, Some.NoToken);
}
