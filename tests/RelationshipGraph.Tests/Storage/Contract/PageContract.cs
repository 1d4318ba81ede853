using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Pages, their order, their keyset and their counts.</summary>
public abstract class PageContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly RecordOrder ByName = new(RecordKind.Contact.Of("name"), Descending: false);

    private static readonly PageQuery Contacts = new(RecordKind.Contact);

    [SkippableFact]
    public async Task A_page_holds_its_kind_only_by_id()
    {
        var (anna, bo, carl) = (Some.Employee(), Some.Contact(), Some.Contact());
        var tie = Some.Knows(anna, bo);
        await using var place = await OpenWithAsync(carl, anna, tie, bo);

        Assert.Equal([bo.Id, carl.Id], await place.Store.IdsAsync(Contacts));
        Assert.Equal([tie.Id], await place.Store.IdsAsync(new PageQuery(RecordKind.Knows)));
        Assert.Empty(await place.Store.IdsAsync(new PageQuery(RecordKind.Goal)));
    }

    [SkippableFact]
    public async Task A_page_has_no_more_rows_than_asked_and_says_whether_more_follow()
    {
        var contacts = Enumerable.Range(0, 4).Select(_ => Some.Contact()).ToList();
        await using var place = await OpenWithAsync([.. contacts]);

        foreach (var (rowsMax, rows, hasMore) in new[] { (1, 1, true), (3, 3, true), (4, 4, false), (5, 4, false) })
        {
            var page = await place.Store.ReadPageAsync(Contacts with { RowsMax = rowsMax }, ViewScope.All, Some.NoToken);
            Assert.Equal(contacts.Take(rows).Select(c => c.Id), page.Records.Select(c => c.Id));
            Assert.Equal(hasMore, page.HasMore);
        }
    }

    [SkippableFact]
    public async Task A_page_after_the_last_row_is_empty_and_has_no_more()
    {
        var bo = Some.Contact();
        await using var place = await OpenWithAsync(bo);

        var query = Contacts with { After = Keyset.Of(bo, RecordOrder.ById) };
        var page = await place.Store.ReadPageAsync(query, ViewScope.All, Some.NoToken);

        Assert.Empty(page.Records);
        Assert.False(page.HasMore);
    }

    [SkippableFact]
    public async Task Names_are_ordered_by_their_sort_key()
    {
        string[] inOrder = ["Abel", "álfur", "Anders", "Zoë", "Ægir", "Østen", "Aage", "Åse"];
        var contacts = inOrder.Reverse().Select(name => Some.Contact(name)).ToList();
        await using var place = await OpenWithAsync([.. contacts]);

        var up = await place.Store.WalkAsync(Contacts with { Order = ByName, RowsMax = 3 });
        var down = await place.Store.WalkAsync(Contacts with { Order = ByName.Reversed, RowsMax = 3 });

        Assert.Equal(inOrder, up.Cast<Contact>().Select(contact => contact.Name));
        Assert.Equal(inOrder.Reverse(), down.Cast<Contact>().Select(contact => contact.Name));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Equal_values_are_ordered_by_id_in_the_same_direction(bool descending)
    {
        var contacts = Enumerable.Range(0, 7).Select(i => Some.Contact(i % 2 == 0 ? "Bo" : "BÖ")).ToList();
        await using var place = await OpenWithAsync([.. contacts]);
        var ids = contacts.Select(contact => contact.Id).Order();

        var order = new RecordOrder(ByName.Property, descending);
        var walked = await place.Store.WalkAsync(Contacts with { Order = order, RowsMax = 2 });

        Assert.Equal(descending ? ids.Reverse() : ids, walked.Select(record => record.Id));
    }

    [SkippableFact]
    public async Task Every_orderable_property_of_every_kind_orders_both_ways()
    {
        var records = new RecordGenerator(5).Graph(nodes: 6, relationships: 9);
        await using var place = await OpenWithAsync(records);

        foreach (var model in GraphModel.Kinds)
        {
            foreach (var property in model.Properties.Where(property => property.IsOrderable))
            {
                var order = new RecordOrder(property, Descending: false);
                var expected = records.Where(record => record.Id.Kind == model.Kind)
                    .OrderBy(r => Keyset.OrderValue(r, property), Comparer<PropertyValue>.Create(ReferenceView.CompareValues))
                    .ThenBy(record => record.Id)
                    .Select(record => record.Id)
                    .ToList();

                var query = new PageQuery(model.Kind) { Order = order, RowsMax = 4 };
                var up = await place.Store.WalkAsync(query);
                var down = await place.Store.WalkAsync(query with { Order = order.Reversed });

                Assert.Equal(expected, up.Select(record => record.Id));
                Assert.Equal(expected.AsEnumerable().Reverse(), down.Select(record => record.Id));
            }
        }
    }

    [SkippableFact]
    public async Task A_walk_goes_on_from_a_row_that_is_gone()
    {
        var contacts = new[] { "A", "B", "C", "D" }.Select(name => Some.Contact(name)).ToList();
        await using var place = await OpenWithAsync([.. contacts]);
        await place.Store.WriteAsync(Some.Deleting(contacts[1]));

        var query = Contacts with { Order = ByName, After = Keyset.Of(contacts[1], ByName) };

        Assert.Equal([contacts[2].Id, contacts[3].Id], await place.Store.IdsAsync(query));
    }

    [SkippableFact]
    public async Task Walked_while_others_write_every_lasting_record_comes_exactly_once()
    {
        var lasting = Enumerable.Range(0, 20).Select(i => Some.Contact($"N{i:00}")).ToList();
        var passing = Enumerable.Range(0, 20).Select(i => Some.Contact($"N{i:00}a")).ToList();
        await using var place = await OpenWithAsync([.. lasting, .. passing]);
        var query = Contacts with { Order = ByName, RowsMax = 3 };
        var walked = new List<RecordId>();
        var random = new Random(1);

        while (true)
        {
            var page = await place.Store.ReadPageAsync(query, ViewScope.All, Some.NoToken);
            walked.AddRange(page.Records.Select(record => record.Id));
            if (!page.HasMore)
            {
                break;
            }

            query = query with { After = Keyset.Of(page.Records[^1], ByName) };
            var gone = passing[random.Next(passing.Count)];
            passing.Remove(gone);
            await place.Store.WriteAsync(
                Some.Deleting(gone), new Change.Create(Some.Contact($"N{random.Next(20):00}b")));
        }

        Assert.Equal(walked.Distinct(), walked);
        Assert.Equal(lasting.Select(c => c.Id), walked.Where(id => lasting.Exists(c => c.Id == id)));
    }

    [SkippableFact]
    public async Task A_count_is_the_length_of_the_walk_whatever_its_order_place_and_bound()
    {
        var contacts = Enumerable.Range(0, 9).Select(i => Some.Contact(i < 6 ? "Bo" : "Carl")).ToList();
        await using var place = await OpenWithAsync([.. contacts]);
        var bos = Contacts with { Filter = RecordKind.Contact.Of("name").Is(PropertyValue.Of("Bo")) };

        Assert.Equal(9, await CountAsync(place, Contacts));
        Assert.Equal(6, await CountAsync(place, bos));
        Assert.Equal(6, await CountAsync(place, bos with
        {
            Order = ByName.Reversed,
            After = Keyset.Of(contacts[3], ByName),
            RowsMax = 1,
        }));
        Assert.Equal(0, await CountAsync(place, new PageQuery(RecordKind.Goal)));
    }

    [SkippableFact]
    public async Task Relationships_are_paged_like_nodes()
    {
        var (anna, bo) = (Some.Employee(), Some.Contact());
        var ties = Enumerable.Range(0, 5)
            .Select(i => Some.Interaction(anna, bo, Some.Now.AddMinutes(-i))).ToList();
        await using var place = await OpenWithAsync([anna, bo, .. ties]);

        var query = new PageQuery(RecordKind.Interaction)
        {
            Order = new RecordOrder(RecordKind.Interaction.Of("at"), Descending: false),
            RowsMax = 2,
        };
        var walked = await place.Store.WalkAsync(query);

        Assert.Equal(ties.AsEnumerable().Reverse(), walked);
        Assert.Equal(5, await CountAsync(place, query));
    }

    [SkippableFact]
    public async Task A_page_changes_with_the_record()
    {
        var (bo, carl) = (Some.Contact("Bo"), Some.Contact("Carl"));
        await using var place = await OpenWithAsync(bo, carl);

        await place.Store.WriteAsync(Some.Updating(bo, one => one with { Name = "Østen" }));

        Assert.Equal([carl.Id, bo.Id], await place.Store.IdsAsync(Contacts with { Order = ByName }));
    }

    private static Task<long> CountAsync(IStoreUnderTest place, PageQuery query) =>
        place.Store.CountAsync(query, ViewScope.All, Some.NoToken);
}
