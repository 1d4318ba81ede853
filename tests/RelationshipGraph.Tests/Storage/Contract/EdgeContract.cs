using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>The relationships of many nodes at once.</summary>
public abstract class EdgeContract<TPlace> : GraphStoreContract<TPlace>
    where TPlace : IStorePlace
{
    private static readonly Employee Anna = Some.Employee("Anna");
    private static readonly Employee Carl = Some.Employee("Carl");
    private static readonly Contact Bo = Some.Contact("Bo");
    private static readonly Company Nord = Some.Company("Nord");
    private static readonly Company Syd = Some.Company("Syd");

    [SkippableFact]
    public async Task Each_direction_is_seen_from_the_anchor()
    {
        var (there, back) = (Some.Knows(Anna, Bo), Some.Knows(Bo, Anna));
        await using var place = await OpenWithAsync(Anna, Bo, there, back, Some.Interacted(Anna, Bo));

        Assert.Equal([there.Id], await place.Store.EdgeIdsAtOneAsync(Ties(Direction.Outgoing, Anna)));
        Assert.Equal([back.Id], await place.Store.EdgeIdsAtOneAsync(Ties(Direction.Incoming, Anna)));
        Assert.Equal([there.Id, back.Id], await place.Store.EdgeIdsAtOneAsync(Ties(Direction.Both, Anna)));
        Assert.Equal([back.Id], await place.Store.EdgeIdsAtOneAsync(Ties(Direction.Outgoing, Bo)));
    }

    [SkippableFact]
    public async Task Every_anchor_asked_for_is_in_the_answer()
    {
        var tie = Some.Knows(Anna, Bo);
        var unknown = Some.Id(RecordKind.Contact);
        await using var place = await OpenWithAsync(Anna, Bo, Carl, tie);

        var query = Ties(Direction.Both, Anna, Bo, Carl) with { Anchors = [Anna.Id, Bo.Id, Carl.Id, unknown, Anna.Id] };
        var edges = await place.Store.ReadEdgesAsync(query, ViewScope.All, Some.NoToken);
        var counts = await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken);

        Assert.Equal(4, edges.Count);
        Assert.Equal([tie], edges[Anna.Id].Edges);
        Assert.Equal([tie], edges[Bo.Id].Edges);
        Assert.Empty(edges[Carl.Id].Edges);
        Assert.Empty(edges[unknown].Edges);
        Assert.False(edges[unknown].HasMore);
        Assert.Equal(4, counts.Count);
        Assert.Equal((1, 1, 0, 0), (counts[Anna.Id], counts[Bo.Id], counts[Carl.Id], counts[unknown]));
    }

    [SkippableFact]
    public async Task No_anchors_give_nothing()
    {
        await using var place = await OpenWithAsync(Anna);

        Assert.Empty(await place.Store.ReadEdgesAsync(Ties(Direction.Both), ViewScope.All, Some.NoToken));
        Assert.Empty(await place.Store.CountEdgesAsync(Ties(Direction.Both), ViewScope.All, Some.NoToken));
    }

    [SkippableFact]
    public async Task A_relationship_from_a_node_to_itself_comes_once()
    {
        var self = Some.RelatedTo(Nord, Nord);
        await using var place = await OpenWithAsync(Nord, self);

        foreach (var direction in Enum.GetValues<Direction>())
        {
            var query = new EdgeQuery(RecordKind.RelatedTo, direction, [Nord.Id]);
            Assert.Equal([self.Id], await place.Store.EdgeIdsAtOneAsync(query));
            Assert.Equal(1, (await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken))[Nord.Id]);
        }
    }

    [SkippableFact]
    public async Task Parallel_relationships_all_come()
    {
        var ties = Enumerable.Range(0, 3).Select(_ => Some.WorksAt(Bo, Nord)).ToList();
        await using var place = await OpenWithAsync([Bo, Nord, .. ties]);

        var query = new EdgeQuery(RecordKind.WorksAt, Direction.Outgoing, [Bo.Id]);

        Assert.Equal(ties.Select(tie => tie.Id), await place.Store.EdgeIdsAtOneAsync(query));
    }

    [SkippableFact]
    public async Task The_bound_holds_for_each_anchor_by_itself()
    {
        var people = Enumerable.Range(0, 4).Select(_ => Some.Contact()).ToList();
        var annas = people.Select(person => Some.Knows(Anna, person)).ToList();
        var carls = people.Take(2).Select(person => Some.Knows(Carl, person)).ToList();
        await using var place = await OpenWithAsync([Anna, Carl, .. people, .. annas, .. carls]);

        var query = Ties(Direction.Outgoing, Anna, Carl) with { RowsMax = 2 };
        var edges = await place.Store.ReadEdgesAsync(query, ViewScope.All, Some.NoToken);
        var counts = await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken);

        Assert.Equal(annas.Take(2), edges[Anna.Id].Edges);
        Assert.True(edges[Anna.Id].HasMore);
        Assert.Equal(carls, edges[Carl.Id].Edges);
        Assert.False(edges[Carl.Id].HasMore);
        Assert.Equal((4, 2), (counts[Anna.Id], counts[Carl.Id]));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_order_and_the_walk_of_one_anchor_hold_in_both_directions(bool descending)
    {
        var ties = Enumerable.Range(0, 7).Select(i => i % 2 == 0
            ? Some.Interaction(Anna, Bo, Some.Now.AddMinutes(-i / 3))
            : Some.Interaction(Bo, Anna, Some.Now.AddMinutes(-i / 3))).ToList();
        await using var place = await OpenWithAsync([Anna, Bo, .. ties]);
        var order = new RecordOrder(RecordKind.Interaction.Of("at"), descending);
        var query = new EdgeQuery(RecordKind.Interaction, Direction.Both, [Anna.Id]) { Order = order, RowsMax = 2 };

        var walked = new List<Relationship>();
        var hasMore = true;
        while (hasMore)
        {
            var page = (await place.Store.ReadEdgesAsync(query, ViewScope.All, Some.NoToken))[Anna.Id];
            walked.AddRange(page.Edges);
            query = query with { After = Keyset.Of(page.Edges[^1], order) };
            hasMore = page.HasMore;
        }

        var up = ties.OrderBy(tie => tie.At).ThenBy(tie => tie.Id).ToList();
        Assert.Equal(descending ? up.AsEnumerable().Reverse() : up, walked);
        Assert.Equal(7, (await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken))[Anna.Id]);
    }

    [SkippableFact]
    public async Task The_filter_is_on_the_relationship()
    {
        var (strong, weak, undeclared) = (Some.Knows(Anna, Bo, .9), Some.Knows(Anna, Bo, .1), Some.Knows(Anna, Bo));
        await using var place = await OpenWithAsync(Anna, Bo, strong, weak, undeclared);
        var strength = RecordKind.Knows.Of("declaredStrength");
        var query = Ties(Direction.Outgoing, Anna) with
        {
            Filter = new RecordFilter.Compare(strength, Comparison.GreaterOrEqual, PropertyValue.Of(.5)),
        };

        Assert.Equal([strong.Id], await place.Store.EdgeIdsAtOneAsync(query));
        Assert.Equal(1, (await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken))[Anna.Id]);
    }

    [SkippableFact]
    public async Task The_other_end_must_be_of_a_named_kind_and_meet_its_condition()
    {
        var dora = Some.Contact("Dora");
        var (toBo, toDora, toCarl) = (Some.Knows(Anna, Bo), Some.Knows(dora, Anna), Some.Knows(Anna, Carl));
        await using var place = await OpenWithAsync(Anna, Carl, Bo, dora, toBo, toDora, toCarl);
        var named = RecordKind.Contact.Of("name");

        async Task ExpectAsync(ValueList<RecordFilter.EndFilter>? end, params RecordId[] expected)
        {
            var query = Ties(Direction.Both, Anna) with { End = end };
            Assert.Equal(expected, await place.Store.EdgeIdsAtOneAsync(query));
            var counts = await place.Store.CountEdgesAsync(query, ViewScope.All, Some.NoToken);
            Assert.Equal(expected.Length, counts[Anna.Id]);
        }

        await ExpectAsync(null, toBo.Id, toDora.Id, toCarl.Id);
        await ExpectAsync([]);
        await ExpectAsync([new(RecordKind.Contact, null)], toBo.Id, toDora.Id);
        await ExpectAsync([new(RecordKind.Contact, named.Is(PropertyValue.Of("Dora")))], toDora.Id);
        await ExpectAsync(
            [new(RecordKind.Contact, named.Is(PropertyValue.Of("Dora"))), new(RecordKind.Employee, null)],
            toDora.Id,
            toCarl.Id);
        await ExpectAsync([new(RecordKind.Employee, RecordKind.Employee.Of("name").Is(PropertyValue.Of("Anna")))]);
    }

    [SkippableFact]
    public async Task Some_none_and_all_ask_about_a_nodes_relationships()
    {
        var (none, mixed, only) = (Some.Contact("none"), Some.Contact("mixed"), Some.Contact("only"));
        var boss = DecisionRole.DecisionMaker;
        await using var place = await OpenWithAsync(
            none, mixed, only, Nord, Syd,
            Some.WorksAt(mixed, Nord) with { DecisionRole = boss },
            Some.WorksAt(mixed, Syd),
            Some.WorksAt(only, Nord) with { DecisionRole = boss });
        var decides = RecordKind.WorksAt.Of("decisionRole").Is(PropertyValue.Of("DECISION_MAKER"));
        ValueList<RecordFilter.EndFilter> atNord =
            [new(RecordKind.Company, RecordKind.Company.Of("name").Is(PropertyValue.Of("Nord")))];

        async Task ExpectAsync(Quantifier quantifier, RecordFilter? edge, ValueList<RecordFilter.EndFilter>? end, string names)
        {
            var filter = new RecordFilter.Related(RecordKind.WorksAt, Direction.Outgoing, quantifier, edge, end);
            var query = new PageQuery(RecordKind.Contact) { Filter = filter };
            var page = await place.Store.ReadPageAsync(query, ViewScope.All, Some.NoToken);
            Assert.Equal(names, string.Join(' ', page.Records.Cast<Contact>().Select(contact => contact.Name)));
            var negated = query with { Filter = new RecordFilter.Not(filter) };
            Assert.Equal(3 - page.Records.Count, await place.Store.CountAsync(negated, ViewScope.All, Some.NoToken));
        }

        await ExpectAsync(Quantifier.Some, null, null, "mixed only");
        await ExpectAsync(Quantifier.None, null, null, "none");
        await ExpectAsync(Quantifier.All, null, null, "none mixed only");
        await ExpectAsync(Quantifier.Some, decides, null, "mixed only");
        await ExpectAsync(Quantifier.None, decides, null, "none");
        await ExpectAsync(Quantifier.All, decides, null, "none only");
        await ExpectAsync(Quantifier.Some, null, atNord, "mixed only");
        await ExpectAsync(Quantifier.All, null, atNord, "none only");
        await ExpectAsync(Quantifier.Some, new RecordFilter.Not(decides), atNord, "");
        await ExpectAsync(Quantifier.Some, null, [new(RecordKind.Network, null)], "");
        await ExpectAsync(Quantifier.All, null, [], "none");
    }

    [SkippableFact]
    public async Task Conditions_reach_over_several_relationships()
    {
        // Companies that employ somebody whom Anna knows.
        var (dora, tie) = (Some.Contact("Dora"), Some.Knows(Anna, Bo));
        await using var place = await OpenWithAsync(
            Anna, Bo, dora, Nord, Syd, tie, Some.WorksAt(Bo, Nord), Some.WorksAt(dora, Syd), Some.Knows(dora, Bo));

        var knownByAnna = new RecordFilter.Related(
            RecordKind.Knows,
            Direction.Both,
            Quantifier.Some,
            Edge: null,
            End: [new(RecordKind.Employee, RecordKind.Employee.Of("name").Is(PropertyValue.Of("Anna")))]);
        var employs = new RecordFilter.Related(
            RecordKind.WorksAt, Direction.Incoming, Quantifier.Some, null, [new(RecordKind.Contact, knownByAnna)]);

        Assert.Equal([Nord.Id], await place.Store.IdsAsync(new PageQuery(RecordKind.Company) { Filter = employs }));
        var query = new EdgeQuery(RecordKind.WorksAt, Direction.Outgoing, [Bo.Id, dora.Id])
        {
            End = [new(RecordKind.Company, employs)],
        };
        var edges = await place.Store.EdgeIdsAsync(query);
        Assert.Single(edges[Bo.Id]);
        Assert.Empty(edges[dora.Id]);
    }

    [SkippableFact]
    public async Task Thousands_of_anchors_are_one_call()
    {
        var contacts = Enumerable.Range(0, 2_500).Select(_ => Some.Contact()).ToList();
        var ties = contacts.Take(2_400).Select(contact => Some.WorksAt(contact, Nord)).ToList();
        var lonely = Enumerable.Range(0, 2_500).Select(_ => Some.Id(RecordKind.Contact));
        await using var place = await OpenWithAsync([Nord, .. contacts, .. ties]);
        var query = new EdgeQuery(RecordKind.WorksAt, Direction.Outgoing, [.. contacts.Select(c => c.Id), .. lonely]);

        var edges = await place.Store.ReadEdgesAsync(query, ViewScope.All, Some.NoToken);

        Assert.Equal(Limits.BatchMax, edges.Count);
        Assert.Equal(2_400, edges.Values.Sum(page => page.Edges.Count));
        Assert.All(ties, tie => Assert.Equal([tie], edges[tie.FromId].Edges));
    }

    private static EdgeQuery Ties(Direction direction, params Node[] anchors) =>
        new(RecordKind.Knows, direction, [.. anchors.Select(anchor => anchor.Id)]);
}
