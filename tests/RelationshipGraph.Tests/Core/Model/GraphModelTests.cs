using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Core.Model;

public sealed class GraphModelTests
{
    // The whole graph: each relationship with the kinds at its ends and what it is called seen from each of them.
    private static readonly string[] Relationships =
    [
        "WORKS_AT: Employee, Contact -worksAt-> Company.staff",
        "IN_DEPARTMENT: Employee -departments-> Department.employees",
        "REPORTS_TO: Employee -managers-> Employee.reports",
        "KNOWS: Employee, Contact -knows-> Employee, Contact.knows",
        "INTERACTION: Employee, Contact -interactions-> Employee, Contact.interactions",
        "INTERACTED: Employee, Contact -interacted-> Employee, Contact.interacted",
        "HOLDS: Employee -seats-> Seat.holders",
        "IN: Seat -networks-> Network.seats",
        "MEMBER_OF: Contact, Company -memberships-> Network.members",
        "ATTENDED: Employee, Contact -attended-> Meeting.attendees",
        "HELD_BY: Meeting -heldBy-> Network, Company.meetings",
        "CAME_FROM: Idea, Insight, Outcome, Lead -cameFrom-> Meeting, Network, Employee, Contact, Introduction.ledTo",
        "ABOUT: Insight -about-> Company, Segment.insights",
        "SERVES: Seat -serves-> Goal.servedBy",
        "RELATED_TO: Company -relatedTo-> Company.relatedFrom",
        "CREDITED_TO: Outcome -creditedTo-> Seat, Meeting, Introduction.credits",
    ];

    private static readonly string[] Nodes =
    [
        "Employee", "Department", "Contact", "Company", "Segment", "Network", "Strategy", "Seat", "Meeting", "Idea", "Insight",
        "Goal", "Outcome", "Lead", "Contribution", "Introduction", "Guideline", "Recommendation",
        "StrengthFit",
    ];

    public static TheoryData<RecordKind> Kinds => [.. GraphModel.Kinds.Select(kind => kind.Kind)];

    [Fact]
    public void The_nodes_are_these() => Assert.Equal(Nodes, GraphModel.Nodes.Select(node => node.Label));

    [Fact]
    public void The_relationships_are_these() => Assert.Equal(
        Relationships,
        GraphModel.Relationships.Select(r => $"{r.Label}: {string.Join(", ", r.FromKinds)} -{r.Outgoing}-> "
            + $"{string.Join(", ", r.ToKinds)}.{r.Incoming}"));

    [Fact]
    public void Every_kind_has_a_declaration_and_every_declaration_a_kind()
    {
        Assert.Equal(Enum.GetValues<RecordKind>(), GraphModel.Kinds.Select(kind => kind.Kind));
        Assert.All(GraphModel.Kinds, kind => Assert.Same(kind, GraphModel.Of(kind.Kind)));
        Assert.All(GraphModel.Kinds, kind => Assert.Same(kind, GraphModel.Find(kind.Name)));
        Assert.All(GraphModel.Kinds, kind => Assert.Equal(kind.Kind.ToString(), kind.Name));
        Assert.All(GraphModel.Kinds, kind => Assert.Equal((byte)kind.Kind < 32, kind.IsNode));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraphModel.Of((RecordKind)20));
        Assert.Null(GraphModel.Find("Nobody"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_says_what_it_means_in_a_sentence(RecordKind kind)
    {
        var model = GraphModel.Of(kind);
        AssertSentence(model.Meaning, model.Name);
        foreach (var property in model.Properties)
        {
            AssertSentence(property.Meaning, $"{model}.{property}");
            Assert.True(property.CodeType is null == (property.Codes.Count == 0), $"{model}.{property} has no words");
            Assert.All(property.Codes, code => AssertSentence(code.Meaning, $"{property.CodeType}.{code.Name}"));
            Assert.All(
                property.Document?.Properties ?? [], field => AssertSentence(field.Meaning, $"{model}.{property}.{field}"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_do_not_meet(RecordKind kind)
    {
        var model = GraphModel.Of(kind);
        var ties = GraphModel.At(kind, outgoing: true).Select(type => (type, type.Outgoing))
            .Concat(GraphModel.At(kind, outgoing: false).Select(type => (type, type.Incoming)))
            .Distinct()
            .Select(pair => pair.Item2);
        var names = model.Properties.Select(property => property.Name).Concat(ties).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(
            model.Properties.Count, model.Properties.Select(property => property.Column).Distinct().Count());
    }

    [Fact]
    public void Tables_labels_and_plurals_differ()
    {
        Assert.Equal(GraphModel.Kinds.Count, GraphModel.Kinds.Select(kind => kind.Table).Distinct().Count());
        Assert.Equal(GraphModel.Kinds.Count, GraphModel.Kinds.Select(kind => kind.Label).Distinct().Count());
        Assert.Equal(GraphModel.Kinds.Count, GraphModel.Kinds.Select(kind => kind.Plural).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Declarations_do_not_contradict_themselves(RecordKind kind)
    {
        var model = GraphModel.Of(kind);
        foreach (var property in model.Properties)
        {
            var name = $"{model}.{property}";
            Assert.True(!property.IsOrderable || (!property.IsNullable && !property.IsList), $"{name} may be absent and orders");
            Assert.True(!property.IsMoment || property.IsRequired, $"{name} is a moment that may be absent");
            var isText = property.Type is PropertyType.Text or PropertyType.TextList;
            Assert.True(!property.IsSearched || isText, $"{name} is searched and no text");
            Assert.True(!property.IsSearched || property.IsFilterable, $"{name} is searched but may not be filtered by");
            Assert.True(property.Min <= property.Max, $"{name} has no value");
            var isEnd = property.Name is "id" or "fromId" or "toId";
            var isId = property.Type is PropertyType.Id or PropertyType.IdList;
            Assert.True(isId == (isEnd || property.Refers.Count > 0), $"{name} names no kinds");
            var isNumber = property.Type is PropertyType.Integer or PropertyType.Number;
            Assert.True(property.Unit is null || isNumber, $"{name} has a unit and no number");
        }

        Assert.True(model.Properties.Count(property => property.IsName) <= 1);
        Assert.True(model.Properties.Count(property => property.IsMoment) <= 1);
        Assert.Equal(model.IsNode, model.FromKinds.Count == 0);
        Assert.All(model.FromKinds.Concat(model.ToKinds), end => Assert.True(GraphModel.Of(end).IsNode));
        Assert.True(!model.IsUndirected || model.FromKinds.SequenceEqual(model.ToKinds), $"{model} says nothing by direction");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_record_carries_what_all_carry(RecordKind kind)
    {
        string[] all =
        [
            "id", "source", "externalId", "version", "createdAt", "updatedAt", "knownSince", "visibility", "ownerId",
        ];
        string[] ties = ["fromId", "toId", "from", "until", "lastSeen", "evidence"];
        var model = GraphModel.Of(kind);

        var expected = model.IsNode ? all : [.. all, .. ties];
        Assert.Equal(expected, model.Properties.Take(expected.Length).Select(property => property.Name));
        Assert.All(all, name => Assert.True(model[name].IsSystem));
    }

    [Fact]
    public void What_counts_when_is_this()
    {
        var rules = GraphModel.Kinds.ToLookup(kind => kind.Time, kind => kind.Kind);

        Assert.Equal(
            [RecordKind.Meeting, RecordKind.Outcome, RecordKind.Contribution, RecordKind.Interaction], rules[TimeRule.Moment]);
        Assert.Equal(
            GraphModel.Relationships.Select(type => type.Kind).Where(kind => kind != RecordKind.Interaction)
                .Prepend(RecordKind.Seat),
            rules[TimeRule.Period]);
    }

    [Fact]
    public void What_only_participants_see_is_never_filtered_searched_or_ordered_by()
    {
        var hidden = GraphModel.Kinds.SelectMany(kind => kind.Properties)
            .Where(property => property.Privacy == Privacy.Participants).ToList();

        Assert.Equal(["subject", "participantIds"], hidden.Select(property => property.Name));
        Assert.All(hidden, property => Assert.False(
            property.IsFilterable || property.IsSearched || property.IsOrderable));
    }

    [Fact]
    public void Kinds_at_a_node_are_told_by_direction()
    {
        Assert.Equal(
            [RecordKind.Holds], GraphModel.At(RecordKind.Seat, outgoing: false).Select(type => type.Kind).Take(1));
        Assert.Contains(GraphModel.At(RecordKind.Contact, outgoing: true), type => type.Kind == RecordKind.MemberOf);
        Assert.DoesNotContain(GraphModel.At(RecordKind.Contact, outgoing: false), type => type.Kind == RecordKind.MemberOf);
    }

    [Theory]
    [InlineData("MeetingsAYear", "MEETINGS_A_YEAR", "meetings_a_year", "meetingsAYear")]
    [InlineData("Id", "ID", "id", "id")]
    [InlineData("BusinessNetwork", "BUSINESS_NETWORK", "business_network", "businessNetwork")]
    [InlineData("DB07", "DB07", "db07", "dB07")]
    public void Names_have_one_form_for_each_reader(string name, string upper, string snake, string camel)
    {
        Assert.Equal((upper, snake, camel), (CodeNames.Upper(name), CodeNames.Snake(name), CodeNames.Camel(name)));
    }

    private static void AssertSentence(string text, string of)
    {
        var begins = text.Length > 3 && (char.IsUpper(text[0]) || char.IsDigit(text[0]));
        Assert.True(begins && text.EndsWith('.'), $"{of}: '{text}' is no sentence");
    }
}
