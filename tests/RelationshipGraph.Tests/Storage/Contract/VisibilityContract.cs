using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>Who sees what.</summary>
public abstract class VisibilityContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly Employee Anna = Some.Employee("Anna");
    private static readonly Employee Boss = Some.Employee("Boss");
    private static readonly Employee Other = Some.Employee("Other");
    private static readonly Contact Bo = Some.Contact("Bo");
    private static readonly Company Nord = Some.Company("Nord");

    // Who looks: all, everyone, the owner, a colleague of the owner, an employee of another department.
    private static readonly Dictionary<string, ViewScope> Scopes = new()
    {
        ["all"] = ViewScope.All,
        ["public"] = ViewScope.Public,
        ["owner"] = ViewScope.Of(Anna.Id, [Boss.Id]),
        ["colleague"] = ViewScope.Of(Boss.Id, [Anna.Id]),
        ["other"] = ViewScope.Of(Other.Id, []),
    };

    [SkippableTheory]
    [InlineData(Visibility.Everyone, "all public owner colleague other")]
    [InlineData(Visibility.Team, "all owner colleague")]
    [InlineData(Visibility.Owner, "all owner")]
    [InlineData(Visibility.Discreet, "all owner")]
    public Task A_node_is_seen_by_its_visibility(Visibility visibility, string seenBy) => ExpectAsync(
        Some.Contact("Nora") with { Visibility = visibility, OwnerId = Anna.Id, Source = "crm", ExternalId = "1" }, seenBy);

    [SkippableTheory]
    [InlineData(Visibility.Everyone, "all public owner colleague other")]
    [InlineData(Visibility.Team, "all owner colleague")]
    [InlineData(Visibility.Owner, "all owner")]
    [InlineData(Visibility.Discreet, "all owner")]
    public Task A_relationship_is_seen_by_its_visibility(Visibility visibility, string seenBy) => ExpectAsync(
        Some.WorksAt(Bo, Nord) with { Visibility = visibility, OwnerId = Anna.Id, Source = "crm" }, seenBy);

    [SkippableFact]
    public async Task A_discreet_tie_is_seen_by_its_ends()
    {
        await ExpectAsync(Some.Knows(Anna, Bo) with { Visibility = Visibility.Discreet }, "all owner");
        await ExpectAsync(
            Some.Knows(Bo, Boss) with { Visibility = Visibility.Discreet, OwnerId = Other.Id }, "all colleague other");
    }

    [SkippableFact]
    public Task An_end_alone_does_not_see_what_is_the_owners() => ExpectAsync(
        Some.Knows(Other, Bo) with { Visibility = Visibility.Owner, OwnerId = Anna.Id }, "all owner");

    [SkippableFact]
    public Task A_record_without_an_owner_is_not_seen_by_whoever_is_nobody() => ExpectAsync(
        Some.Contact() with { Visibility = Visibility.Owner, OwnerId = null }, "all");

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_relationship_is_seen_only_where_both_its_ends_are(bool isStartHidden)
    {
        var hidden = Some.Contact("Nora") with { Visibility = Visibility.Team, OwnerId = Anna.Id };
        return ExpectAsync(isStartHidden ? Some.Knows(hidden, Bo) : Some.Knows(Bo, hidden), "all owner colleague", hidden);
    }

    [SkippableFact]
    public Task The_owner_of_a_relationship_does_not_see_it_without_its_ends()
    {
        var hidden = Some.Contact("Nora") with { Visibility = Visibility.Owner, OwnerId = Other.Id };
        return ExpectAsync(Some.Knows(Bo, hidden) with { Visibility = Visibility.Owner, OwnerId = Anna.Id }, "all", hidden);
    }

    [SkippableFact]
    public async Task What_ends_at_a_sensitive_network_is_seen_by_the_member_and_the_owner_only()
    {
        var union = Some.Network("Forbund") with { IsSensitive = true };
        var seat = Some.Seat();
        var meeting = Some.Meeting();

        await ExpectAsync(union, "all public owner colleague other");
        await ExpectAsync(Some.MemberOf(Bo, union), "all", union);
        await ExpectAsync(Some.MemberOf(Bo, union) with { OwnerId = Anna.Id }, "all owner", union);
        await ExpectAsync(Some.SeatIn(seat, union) with { OwnerId = Boss.Id }, "all colleague", union, seat);
        await ExpectAsync(Some.HeldBy(meeting, union), "all", union, meeting);
        await ExpectAsync(
            Some.MemberOf(Bo, union) with { OwnerId = Anna.Id, Visibility = Visibility.Team }, "all owner", union);
    }

    [SkippableFact]
    public async Task What_starts_at_the_viewer_and_ends_at_a_sensitive_network_is_seen_by_the_viewer()
    {
        // No type of the model goes straight from an employee to a network; the rule speaks of any.
        var union = Some.Network("Forbund") with { IsSensitive = true };
        await ExpectAsync(Some.Tie<MemberOf>(Other, union), "all other", union);
    }

    [SkippableFact]
    public async Task What_ends_at_a_sensitive_company_is_seen_by_the_person_and_the_owner_only()
    {
        var church = Some.Company("Sogn") with { IsSensitive = true };
        var supplier = Some.Company();

        await ExpectAsync(church, "all public owner colleague other");
        await ExpectAsync(Some.WorksAt(Bo, church), "all", church);
        await ExpectAsync(Some.WorksAt(Other, church), "all other", church);
        await ExpectAsync(Some.WorksAt(Bo, church) with { OwnerId = Anna.Id }, "all owner", church);
        await ExpectAsync(
            Some.WorksAt(Bo, church) with { OwnerId = Anna.Id, Visibility = Visibility.Team }, "all owner", church);
        await ExpectAsync(Some.RelatedTo(supplier, church), "all", church, supplier);
        await ExpectAsync(Some.RelatedTo(church, supplier), "all public owner colleague other", church, supplier);
    }

    [SkippableFact]
    public async Task Hidden_records_take_no_place_in_a_page()
    {
        var contacts = Enumerable.Range(0, 6)
            .Select(i => Some.Contact($"C{i}") with
            {
                Visibility = i % 2 == 0 ? Visibility.Owner : Visibility.Everyone,
                OwnerId = Anna.Id,
            })
            .ToList();
        await using var place = await OpenWithAsync([Anna, .. contacts]);
        var query = new PageQuery(RecordKind.Contact) { RowsMax = 3 };

        var page = await place.Store.ReadPageAsync(query, ViewScope.Public, Some.NoToken);

        Assert.Equal([contacts[1].Id, contacts[3].Id, contacts[5].Id], page.Records.Select(record => record.Id));
        Assert.False(page.HasMore);
        Assert.Equal(3, await place.Store.CountAsync(query, ViewScope.Public, Some.NoToken));
        Assert.Equal(3, (await place.Store.WalkAsync(query with { RowsMax = 1 }, ViewScope.Public)).Count);
    }

    [SkippableFact]
    public async Task Hidden_relationships_take_no_place_among_the_edges()
    {
        var ties = Enumerable.Range(0, 6)
            .Select(i => Some.Knows(Other, Bo) with
            {
                Visibility = i % 2 == 0 ? Visibility.Owner : Visibility.Everyone,
                OwnerId = Anna.Id,
            })
            .ToList();
        await using var place = await OpenWithAsync([Anna, Other, Bo, .. ties]);
        var query = new EdgeQuery(RecordKind.Knows, Direction.Both, [Other.Id, Bo.Id]) { RowsMax = 3 };

        var edges = await place.Store.ReadEdgesAsync(query, ViewScope.Public, Some.NoToken);
        var counts = await place.Store.CountEdgesAsync(query, ViewScope.Public, Some.NoToken);

        foreach (var anchor in query.Anchors)
        {
            Assert.Equal([ties[1], ties[3], ties[5]], edges[anchor].Edges);
            Assert.False(edges[anchor].HasMore);
            Assert.Equal(3, counts[anchor]);
        }
    }

    [SkippableFact]
    public async Task A_hidden_anchor_is_there_and_empty()
    {
        var hidden = Some.Contact("Nora") with { Visibility = Visibility.Owner, OwnerId = Anna.Id };
        await using var place = await OpenWithAsync(Anna, hidden, Other, Some.Knows(Other, hidden));
        var query = new EdgeQuery(RecordKind.Knows, Direction.Both, [hidden.Id]);

        Assert.Empty(await place.Store.EdgeIdsAtOneAsync(query, ViewScope.Public));
        Assert.Equal(0, (await place.Store.CountEdgesAsync(query, ViewScope.Public, Some.NoToken))[hidden.Id]);
    }

    [SkippableTheory]
    [InlineData("all", Quantifier.Some, 1)]
    [InlineData("public", Quantifier.Some, 0)]
    [InlineData("all", Quantifier.None, 0)]
    [InlineData("public", Quantifier.None, 1)]
    [InlineData("all", Quantifier.All, 0)]
    [InlineData("public", Quantifier.All, 1)]
    public async Task Filters_over_relationships_see_no_more_than_the_viewer(string who, Quantifier quantifier, int expected)
    {
        var hidden = Some.Company("Skjult") with { Visibility = Visibility.Owner, OwnerId = Anna.Id };
        await using var place = await OpenWithAsync(Anna, Bo, hidden, Some.WorksAt(Bo, hidden));
        var condition = quantifier == Quantifier.All
            ? RecordKind.Company.Of("name").Is(PropertyValue.Of("Åben"))
            : null;
        var filter = new RecordFilter.Related(
            RecordKind.WorksAt, Direction.Outgoing, quantifier, null, [new(RecordKind.Company, condition)]);
        var query = new PageQuery(RecordKind.Contact) { Filter = filter };

        Assert.Equal(expected, await place.Store.CountAsync(query, Scopes[who], Some.NoToken));
        Assert.Equal(expected, (await place.Store.IdsAsync(query, Scopes[who])).Count);
    }

    [SkippableFact]
    public async Task Search_finds_only_what_the_viewer_may_see()
    {
        var hidden = Some.Contact("Nora") with { Visibility = Visibility.Owner, OwnerId = Anna.Id };
        var open = Some.Contact("Nora B");
        await using var place = await OpenWithAsync(Anna, hidden, open);

        Assert.Equal([open.Id], await place.Store.FoundAsync("nora", ViewScope.Public));
        Assert.Equal([hidden.Id, open.Id], await place.Store.FoundAsync("nora", Scopes["owner"]));
    }

    [SkippableFact]
    public async Task A_hidden_key_takes_part_in_refusals_whoever_reads()
    {
        var hidden = Some.Contact() with
        {
            Visibility = Visibility.Owner,
            OwnerId = Anna.Id,
            Source = "crm",
            ExternalId = "1",
        };
        await using var place = await OpenWithAsync(Anna, hidden);

        var refusals = await place.Store.RefuseAsync(
            new Change.Create(Some.Contact() with { Source = "crm", ExternalId = "1" }));

        Assert.Equal(RefusalReason.KeyTaken, Assert.Single(refusals).Reason);
    }

    /// <summary>Every read agrees on who sees the record.</summary>
    private static async Task ExpectAsync(Record record, string seenBy, params Record[] others)
    {
        Record[] records = [Anna, Boss, Other, Bo, Nord, .. others, record];
        await using var place = await OpenWithAsync([.. records.Distinct()]);
        foreach (var (who, scope) in Scopes)
        {
            var isSeen = seenBy.Split(' ').Contains(who);
            Assert.True(isSeen == await place.Store.ReadOneAsync(record.Id, scope) is not null, $"{who} reads by id");
            var ids = await place.Store.IdsAsync(new PageQuery(record.Id.Kind) { RowsMax = 100 }, scope);
            Assert.True(isSeen == ids.Contains(record.Id), $"{who} reads a page");
            var byId = new PageQuery(record.Id.Kind) { Filter = record.Id.Kind.Of("id").Is(PropertyValue.Of(record.Id)) };
            Assert.True(isSeen == (await place.Store.CountAsync(byId, scope, Some.NoToken) == 1), $"{who} counts");
            if (record.NaturalKey is { } key)
            {
                var found = await place.Store.FindAsync([key], scope, Some.NoToken);
                Assert.True(isSeen == found.ContainsKey(key), $"{who} finds by key");
            }

            if (record is Relationship edge)
            {
                var query = new EdgeQuery(edge.Id.Kind, Direction.Both, [edge.FromId, edge.ToId]);
                var edges = await place.Store.EdgeIdsAsync(query, scope);
                var counts = await place.Store.CountEdgesAsync(query, scope, Some.NoToken);
                Assert.All(query.Anchors, end => Assert.True(isSeen == edges[end].Contains(edge.Id), $"{who} reads edges"));
                Assert.All(query.Anchors, end => Assert.True(isSeen == (counts[end] == 1), $"{who} counts edges"));
            }
        }
    }
}
