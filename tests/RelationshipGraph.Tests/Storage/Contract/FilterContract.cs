using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Conditions on a record's own values.</summary>
public abstract class FilterContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly PropertyModel Name = RecordKind.Company.Of("name");
    private static readonly PropertyModel Country = RecordKind.Company.Of("country");
    private static readonly PropertyModel EmployeeCount = RecordKind.Company.Of("employeeCount");
    private static readonly RecordFilter True = new RecordFilter.And([]);
    private static readonly RecordFilter False = new RecordFilter.Or([]);

    private static readonly Company[] Companies =
    [
        Some.Company("Alfa") with { Country = "DK", EmployeeCount = 0 },
        Some.Company("Beta") with { Country = "SE", EmployeeCount = 10 },
        Some.Company("Gamma") with { Country = null, EmployeeCount = 20 },
        Some.Company("Delta") with { Country = "DK", EmployeeCount = null },
    ];

    [SkippableFact]
    public async Task No_filter_and_an_empty_and_mean_all_and_an_empty_or_means_none() => await ExpectAsync(
        (null, "Alfa Beta Gamma Delta"),
        (True, "Alfa Beta Gamma Delta"),
        (False, ""),
        (new RecordFilter.Not(True), ""),
        (new RecordFilter.Not(False), "Alfa Beta Gamma Delta"));

    [SkippableFact]
    public async Task Every_comparison_holds_as_it_says() => await ExpectAsync(
        (Count(Comparison.Equal, 10), "Beta"),
        (Count(Comparison.Less, 10), "Alfa"),
        (Count(Comparison.LessOrEqual, 10), "Alfa Beta"),
        (Count(Comparison.Greater, 10), "Gamma"),
        (Count(Comparison.GreaterOrEqual, 10), "Beta Gamma"),
        (Count(Comparison.Greater, -1), "Alfa Beta Gamma"));

    [SkippableFact]
    public async Task A_comparison_with_an_absent_value_is_false_and_not_makes_that_true() => await ExpectAsync(
        (Country.Is(PropertyValue.Of("DK")), "Alfa Delta"),
        (new RecordFilter.Not(Country.Is(PropertyValue.Of("DK"))), "Beta Gamma"),
        (new RecordFilter.Not(new RecordFilter.Not(Country.Is(PropertyValue.Of("DK")))), "Alfa Delta"),
        (new RecordFilter.Not(Count(Comparison.GreaterOrEqual, 0)), "Delta"),
        (new RecordFilter.Not(new RecordFilter.In(Country, [PropertyValue.Of("SE")])), "Alfa Gamma Delta"),
        (new RecordFilter.Not(new RecordFilter.StartsWith(Country, "D")), "Beta Gamma"),
        (new RecordFilter.Or([Country.Is(PropertyValue.Of("SE")), new RecordFilter.Not(False)]), "Alfa Beta Gamma Delta"),
        (new RecordFilter.Not(new RecordFilter.Or([Country.Is(PropertyValue.Of("SE"))])), "Alfa Gamma Delta"),
        (new RecordFilter.Not(new RecordFilter.And([Country.Is(PropertyValue.Of("SE"))])), "Alfa Gamma Delta"));

    [SkippableFact]
    public async Task And_or_and_not_nest() => await ExpectAsync(
        (new RecordFilter.And([Country.Is(PropertyValue.Of("DK")), Count(Comparison.Less, 5)]), "Alfa"),
        (new RecordFilter.Or([Country.Is(PropertyValue.Of("SE")), Count(Comparison.Less, 5)]), "Alfa Beta"),
        (new RecordFilter.And(
            [
                new RecordFilter.Or([Country.Is(PropertyValue.Of("DK")), new RecordFilter.Not(new RecordFilter.Exists(Country))]),
                new RecordFilter.Not(Count(Comparison.Equal, 0)),
            ]),
            "Gamma Delta"));

    [SkippableFact]
    public async Task In_means_one_of_these() => await ExpectAsync(
        (new RecordFilter.In(Name, [PropertyValue.Of("Alfa"), PropertyValue.Of("Delta"), PropertyValue.Of("?")]), "Alfa Delta"),
        (new RecordFilter.In(EmployeeCount, [PropertyValue.Of(20L)]), "Gamma"),
        (new RecordFilter.In(Name, []), ""));

    [SkippableFact]
    public async Task Exists_means_a_value_for_a_list_an_entry()
    {
        await ExpectAsync(
            (new RecordFilter.Exists(Country), "Alfa Beta Delta"),
            (new RecordFilter.Exists(EmployeeCount), "Alfa Beta Gamma"),
            (new RecordFilter.Exists(Name), "Alfa Beta Gamma Delta"));

        var (none, some) = (Some.Contact("none"), Some.Contact("some") with { Topics = ["energi"] });
        await using var place = await OpenWithAsync(none, some);
        var query = new PageQuery(RecordKind.Contact)
        {
            Filter = new RecordFilter.Exists(RecordKind.Contact.Of("topics")),
        };
        Assert.Equal([some.Id], await place.Store.IdsAsync(query));
    }

    [SkippableFact]
    public async Task An_empty_text_is_a_value()
    {
        var (empty, absent) = (Some.Company("x") with { Region = "" }, Some.Company("y"));
        await using var place = await OpenWithAsync(empty, absent);
        var region = RecordKind.Company.Of("region");

        foreach (var filter in new[]
        {
            new RecordFilter.Exists(region),
            region.Is(PropertyValue.Of("")),
            new RecordFilter.StartsWith(region, ""),
        })
        {
            Assert.Equal([empty.Id], await place.Store.IdsAsync(new PageQuery(RecordKind.Company) { Filter = filter }));
        }
    }

    [SkippableTheory]
    [InlineData("Al", "Alfa Al%fa Al_fa")]
    [InlineData("al", "alfa")]
    [InlineData("Al%", "Al%fa")]
    [InlineData("Al_", "Al_fa")]
    [InlineData("[A]*", "[A]*")]
    [InlineData("Æ", "Ærø")]
    [InlineData("A", "Alfa Al%fa Al_fa")]
    [InlineData("😀", "😀 ok")]
    [InlineData("", "Alfa alfa Al%fa Al_fa [A]* Ærø 😀 ok")]
    public async Task Starts_with_takes_every_letter_as_it_is(string beginning, string expected)
    {
        string[] names = ["Alfa", "alfa", "Al%fa", "Al_fa", "[A]*", "Ærø", "😀 ok"];
        await using var place = await OpenWithAsync([.. names.Select(name => Some.Company(name))]);

        var page = await place.Store.ReadPageAsync(
            new PageQuery(RecordKind.Company) { Filter = new RecordFilter.StartsWith(Name, beginning) },
            ViewScope.All,
            Some.NoToken);

        Assert.Equal(expected, string.Join(' ', page.Records.Cast<Company>().Select(company => company.Name)));
    }

    [SkippableFact]
    public async Task Texts_compare_by_code_point()
    {
        // U+1F600 comes after U+FFFD, though its first half comes before it.
        string[] inOrder = ["", "A", "Z", "a", "é", "ø", "日", "\uFFFD", "😀", "😀a"];
        var companies = inOrder.Select(region => Some.Company() with { Region = region }).ToList();
        await using var place = await OpenWithAsync([.. companies]);
        var region = RecordKind.Company.Of("region");

        for (var i = 0; i < inOrder.Length; i++)
        {
            var (less, more) = (Compare(Comparison.Less, inOrder[i]), Compare(Comparison.GreaterOrEqual, inOrder[i]));
            Assert.Equal(companies.Take(i).Select(c => c.Id), await place.Store.IdsAsync(less));
            Assert.Equal(companies.Skip(i).Select(c => c.Id), await place.Store.IdsAsync(more));
        }

        PageQuery Compare(Comparison comparison, string value) => new(RecordKind.Company)
        {
            Filter = new RecordFilter.Compare(region, comparison, PropertyValue.Of(value)),
        };
    }

    [SkippableFact]
    public async Task Has_finds_an_entry_and_no_part_of_one()
    {
        var anna = Some.Employee();
        var contact = Some.Contact() with { Topics = ["energi", "ik\"ke [\\x", "søfart"], Emails = ["bo@example.dk"] };
        var segment = Some.Segment() with { Relations = [CompanyRelation.Customer, CompanyRelation.Prospect] };
        var insight = Some.Insight() with { ReusedByIds = [anna.Id] };
        await using var place = await OpenWithAsync(anna, contact, segment, insight);

        async Task<bool> HasAsync(RecordKind kind, string property, string entry) => (await place.Store.IdsAsync(
            new PageQuery(kind) { Filter = new RecordFilter.Has(kind.Of(property), entry) })).Count == 1;

        Assert.True(await HasAsync(RecordKind.Contact, "topics", "energi"));
        Assert.True(await HasAsync(RecordKind.Contact, "topics", "søfart"));
        Assert.True(await HasAsync(RecordKind.Contact, "topics", "ik\"ke [\\x"));
        Assert.False(await HasAsync(RecordKind.Contact, "topics", "ener"));
        Assert.False(await HasAsync(RecordKind.Contact, "topics", "Energi"));
        Assert.False(await HasAsync(RecordKind.Contact, "topics", ""));
        Assert.False(await HasAsync(RecordKind.Contact, "topics", "energi\",\"ik"));
        Assert.False(await HasAsync(RecordKind.Contact, "phones", "energi"));
        Assert.True(await HasAsync(RecordKind.Segment, "relations", "PROSPECT"));
        Assert.False(await HasAsync(RecordKind.Segment, "relations", "Prospect"));
        Assert.True(await HasAsync(RecordKind.Insight, "reusedByIds", anna.Id.ToString()));
        Assert.False(await HasAsync(RecordKind.Insight, "reusedByIds", Some.Id(RecordKind.Employee).ToString()));
    }

    [SkippableFact]
    public async Task Matches_finds_what_text_search_finds()
    {
        var (søren, soerine) = (Some.Contact("Søren Å. Holm"), Some.Contact("Soerine") with { Title = "Holmgaard" });
        await using var place = await OpenWithAsync(søren, soerine);

        async Task<IReadOnlyList<RecordId>> MatchAsync(string typed) => await place.Store.IdsAsync(
            new PageQuery(RecordKind.Contact)
            {
                Filter = new RecordFilter.Matches(StoreSteps.Searching(typed).Words),
            });

        Assert.Equal([søren.Id, soerine.Id], await MatchAsync("SOER"));
        Assert.Equal([søren.Id], await MatchAsync("holm soren"));
        Assert.Equal([søren.Id, soerine.Id], await MatchAsync("holm"));
        Assert.Equal([soerine.Id], await MatchAsync("soerine holmgård"));
        Assert.Empty(await MatchAsync("s"));
        Assert.Empty(await MatchAsync("ho søren"));
    }

    [SkippableFact]
    public async Task Every_filterable_property_is_found_by_its_own_value()
    {
        var records = new RecordGenerator(21).Graph(nodes: 4, relationships: 4);
        await using var place = await OpenWithAsync(records);

        foreach (var record in records)
        {
            foreach (var property in GraphModel.Of(record.Id).Properties.Where(p => p.IsFilterable && !p.IsList))
            {
                var value = property.Get(record);
                var filter = value.IsNothing ? new RecordFilter.Not(new RecordFilter.Exists(property)) : property.Is(value);
                var both = new RecordFilter.And([filter, record.Id.Kind.Of("id").Is(PropertyValue.Of(record.Id))]);
                var found = await place.Store.IdsAsync(new PageQuery(record.Id.Kind) { Filter = both });
                Assert.True(found.SequenceEqual([record.Id]), $"{record.Id.Kind}.{property.Name} = '{value}' is not found.");
            }
        }
    }

    private static RecordFilter.Compare Count(Comparison comparison, long value) =>
        new(EmployeeCount, comparison, PropertyValue.Of(value));

    private static async Task ExpectAsync(params (RecordFilter? Filter, string Names)[] cases)
    {
        await using var place = await OpenWithAsync(Companies);
        foreach (var (filter, names) in cases)
        {
            var query = new PageQuery(RecordKind.Company) { Filter = filter };
            var page = await place.Store.ReadPageAsync(query, ViewScope.All, Some.NoToken);
            var found = string.Join(' ', page.Records.Cast<Company>().Select(company => company.Name));

            Assert.True(found == names, $"{filter}: expected '{names}', found '{found}'");
            Assert.Equal(page.Records.Count, await place.Store.CountAsync(query, ViewScope.All, Some.NoToken));
        }
    }
}
