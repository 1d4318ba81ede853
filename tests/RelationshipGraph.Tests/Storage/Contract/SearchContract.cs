using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Nodes by their texts.</summary>
public abstract class SearchContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    [SkippableTheory]
    [InlineData("søren", "Søren Holm")]
    [InlineData("SOEREN", "Søren Holm")]
    [InlineData("soren holm", "Søren Holm")]
    [InlineData("holm soren", "Søren Holm")]
    [InlineData("hol", "Søren Holm")]
    [InlineData("s", "")]
    [InlineData("ho søren", "")]
    [InlineData("olm", "")]
    [InlineData("aage", "Åge Ærø")]
    [InlineData("age", "Åge Ærø")]
    [InlineData("aero", "Åge Ærø")]
    [InlineData("x", "X Y")]
    [InlineData("søren x", "")]
    [InlineData("holm holm", "Søren Holm")]
    public async Task Every_word_matches_and_the_last_also_as_a_beginning(string typed, string expected)
    {
        string[] names = ["Søren Holm", "Åge Ærø", "X Y"];
        await using var place = await OpenWithAsync([.. names.Select(name => Some.Contact(name))]);

        var page = await place.Store.SearchAsync(StoreSteps.Searching(typed), ViewScope.All, Some.NoToken);

        Assert.Equal(expected, string.Join(' ', page.Nodes.Cast<Contact>().Select(contact => contact.Name)));
        Assert.False(page.HasMore);
    }

    [SkippableFact]
    public async Task Every_searched_text_of_every_kind_is_looked_at_and_no_other()
    {
        var words = new Dictionary<string, RecordId>();
        var hidden = new List<string>();
        var records = new List<Record>();
        foreach (var kind in GraphModel.Nodes)
        {
            foreach (var property in kind.Properties.Where(p => p.Type is PropertyType.Text or PropertyType.TextList))
            {
                if (property.Format is TextFormat.Currency or TextFormat.Country || property.IsSystem)
                {
                    continue;
                }

                var record = new RecordGenerator(records.Count).Node(kind.Kind);
                var word = $"word{records.Count}x";
                var text = property.Format switch
                {
                    TextFormat.Email => $"{word}@example.dk",
                    TextFormat.Domain => $"{word}.dk",
                    _ => $"{word} of {property.Name}",
                };
                var value = PropertyValue.Of(property.IsList ? $"[\"first\",\"{text}\"]" : text);
                record = (Node)record.With([new(property, value), new(kind["id"], PropertyValue.Of(Some.Id(kind.Kind)))]);
                records.Add(record);
                if (property.IsSearched)
                {
                    words[word] = record.Id;
                }
                else
                {
                    hidden.Add(word);
                }
            }
        }

        await using var place = await OpenWithAsync([.. records.Select((r, i) => r with { Source = "t", ExternalId = $"{i}" })]);

        Assert.True(words.Count > 20);
        foreach (var (word, id) in words)
        {
            Assert.Equal([id], await place.Store.FoundAsync(word));
        }

        foreach (var word in hidden)
        {
            Assert.Empty(await place.Store.FoundAsync(word));
        }
    }

    [SkippableFact]
    public async Task Words_may_stand_in_different_texts()
    {
        var bo = Some.Contact("Bo Lind") with { Title = "Indkøber", Emails = ["bo@nordlys.dk"] };
        await using var place = await OpenWithAsync(bo);

        Assert.Equal([bo.Id], await place.Store.FoundAsync("lind indkøber nord"));
    }

    [SkippableFact]
    public async Task Exact_names_come_first_then_the_sort_key_then_the_id()
    {
        var exact = new[] { Some.Contact("Nord"), Some.Contact("NORD!") };
        var nodes = new Node[]
        {
            Some.Contact("Nord Å"), Some.Company("Nord A"), Some.Network("Nord Z"), Some.Company("Nord A"),
            Some.Company("Aalborg") with { Industry = "Nord" }, Some.Meeting(topic: "Nord"),
        };
        await using var place = await OpenWithAsync([.. nodes, .. exact]);

        RecordId[] expected =
        [
            exact[0].Id, exact[1].Id, nodes[5].Id, nodes[1].Id, nodes[3].Id, nodes[2].Id, nodes[0].Id, nodes[4].Id,
        ];
        Assert.Equal(expected, await place.Store.FoundAsync("nord"));
    }

    [SkippableFact]
    public async Task Walked_by_place_every_match_comes_once()
    {
        var nodes = Enumerable.Range(0, 11)
            .Select(i => (Node)(i % 3 == 0 ? Some.Contact("Nord") : i % 3 == 1 ? Some.Company("Nord B") : Some.Idea("En nord")))
            .ToList();
        await using var place = await OpenWithAsync([.. nodes]);
        var all = await place.Store.FoundAsync("nord");
        var query = StoreSteps.Searching("nord") with { RowsMax = 2 };

        var walked = new List<RecordId>();
        var hasMore = true;
        while (hasMore)
        {
            var page = await place.Store.SearchAsync(query, ViewScope.All, Some.NoToken);
            walked.AddRange(page.Nodes.Select(node => node.Id));
            query = query with { After = ReferenceGraphStore.PlaceOf(page.Nodes[^1], query.Words) };
            hasMore = page.HasMore;
        }

        Assert.Equal(11, all.Count);
        Assert.Equal(all, walked);
    }

    [SkippableFact]
    public async Task Only_the_kinds_asked_for_are_searched()
    {
        var (bo, company) = (Some.Contact("Nord"), Some.Company("Nord"));
        await using var place = await OpenWithAsync(bo, company);

        Assert.Equal([company.Id], await place.Store.FoundAsync("nord", null, RecordKind.Company));
        Assert.Equal(
            new[] { bo.Id, company.Id }.Order(),
            await place.Store.FoundAsync("nord", null, RecordKind.Company, RecordKind.Contact));
        Assert.Empty(await place.Store.FoundAsync("nord", null, RecordKind.Seat));
    }

    [SkippableFact]
    public async Task A_search_follows_what_is_written()
    {
        var bo = Some.Contact("Bo") with { Title = "Maler" };
        await using var place = await OpenWithAsync(bo);

        await place.Store.WriteAsync(Some.Updating(bo, one => one with { Name = "Carl", Title = null }));
        Assert.Empty(await place.Store.FoundAsync("bo"));
        Assert.Empty(await place.Store.FoundAsync("maler"));
        Assert.Equal([bo.Id], await place.Store.FoundAsync("carl"));

        await place.Store.WriteAsync(new Change.Delete(bo.Id, 2));
        Assert.Empty(await place.Store.FoundAsync("carl"));
    }

    [SkippableTheory]
    [InlineData("\" OR *")]
    [InlineData("name:bo")]
    [InlineData("NEAR AND NOT OR")]
    [InlineData("bo* ^bo -bo")]
    [InlineData("';--")]
    [InlineData("foo~ AND (bar OR \"x\" -y:*)")]
    [InlineData("[a TO z] {!b} /c+/ d^2 \\e && f || !g")]
    public async Task Words_are_words_and_never_a_query_language(string typed)
    {
        var (bo, plain) = (Some.Contact("Bo"), Some.Contact(typed));
        await using var place = await OpenWithAsync(bo, plain);
        if (StoreSteps.Searching(typed).Words.Count > 0)
        {
            Assert.Equal([plain.Id], (await place.Store.FoundAsync(typed)).Where(id => id != bo.Id));
        }
    }

    [SkippableFact]
    public async Task More_matches_than_a_search_shows_are_refused_and_only_visible_ones_count()
    {
        var anna = Some.Employee("Anna");
        var nodes = Enumerable.Range(0, Limits.SearchMatchesMax)
            .Select(_ => Some.Contact("Nord Bo")).Append(Some.Contact("Nord Carl")).ToList();
        nodes[0] = nodes[0] with { Visibility = Visibility.Owner, OwnerId = anna.Id };
        await using var place = await OpenWithAsync([anna, .. nodes]);

        var query = StoreSteps.Searching("nord");
        var page = await place.Store.SearchAsync(query, ViewScope.Public, Some.NoToken);
        Assert.Equal(Limits.PageRowsMax, page.Nodes.Count);
        Assert.True(page.HasMore);

        await Assert.ThrowsAsync<SearchTooBroadException>(
            () => place.Store.SearchAsync(query, ViewScope.All, Some.NoToken));
        var further = query with { After = ReferenceGraphStore.PlaceOf(nodes[^2], query.Words) };
        await Assert.ThrowsAsync<SearchTooBroadException>(
            () => place.Store.SearchAsync(further, ViewScope.All, Some.NoToken));
        Assert.Equal([nodes[^1].Id], await place.Store.FoundAsync("nord carl"));
    }
}
