using RelationshipGraph.Model;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

public abstract class ReadTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task A_person_with_companies_and_their_staff()
    {
        var bo = Some.Contact("Bo Lind") with { Emails = ["bo@nordlys.dk"], Title = "Direktør" };
        var nordlys = Some.Company("Nordlys A/S");
        await _graph.WithAsync(bo, nordlys, Some.WorksAt(bo, nordlys) with { Title = "CEO", From = new(2020, 1, 1) });

        var answer = await _graph.AskAsync(
            """
            { contacts { totalCount nodes { name emails title
                worksAt { edges { title from node { name staff { nodes { __typename name } } } } } } } }
            """);

        Assert.Equal(1, answer.At("contacts.totalCount").GetInt32());
        Assert.Equal("Bo Lind", answer.At("contacts.nodes.0.name").GetString());
        Assert.Equal(["bo@nordlys.dk"], answer.TextsAt("contacts.nodes.0.emails"));
        Assert.Equal("2020-01-01", answer.At("contacts.nodes.0.worksAt.edges.0.from").GetString());
        Assert.Equal("CEO", answer.At("contacts.nodes.0.worksAt.edges.0.title").GetString());
        Assert.Equal("Contact", answer.At("contacts.nodes.0.worksAt.edges.0.node.staff.nodes.0.__typename").GetString());
    }

    [SkippableFact]
    public async Task Any_record_is_found_by_its_id_and_what_is_not_there_is_null()
    {
        var tie = Some.Knows(_graph.Door.Anna, _graph.Door.Bent, .5);
        await _graph.WithAsync(tie);

        var answer = await _graph.AskAsync(
            """
            query ($ids: [ID!]!, $tie: ID!) {
              node(id: $tie) { id ... on Knows { declaredStrength fromNode { name } toNode { name } } }
              nodes(ids: $ids) { __typename id } }
            """,
            new { tie = tie.Id.ToString(), ids = new[] { Some.Id(RecordKind.Idea).ToString(), _graph.Door.Anna.Id.ToString() } });

        Assert.Equal(.5, answer.At("node.declaredStrength").GetDouble());
        Assert.Equal("Anna Ås", answer.At("node.fromNode.name").GetString());
        Assert.Equal("null", answer.At("nodes.0").GetRawText());
        Assert.Equal("Employee", answer.At("nodes.1.__typename").GetString());
    }

    [SkippableTheory]
    [InlineData("{ node(id: \"nonsense\") { id } }", "MALFORMED", "id", "node")]
    [InlineData("{ nodes(ids: [\"emp_\"]) { id } }", "MALFORMED", "ids.0", "nodes")]
    [InlineData("{ employees(first: 201) { nodes { id } } }", "PAGE_TOO_LARGE", "first", "employees")]
    [InlineData("{ employees(first: 0) { nodes { id } edges { cursor } } }", "PAGE_TOO_LARGE", "first", "employees")]
    [InlineData("{ employees(first: 1, last: 1) { nodes { id } } }", "BAD_PAGE", "first", "employees")]
    [InlineData("{ employees(after: \"zzzz\") { nodes { id } pageInfo { endCursor } } }", "BAD_CURSOR", "after", "employees")]
    [InlineData("{ employees { nodes { knows(after: \"zzzz\", first: 1) { nodes { id } } } } }", "BAD_CURSOR", "after",
        "employees.nodes.0.knows")]
    [InlineData("{ search(text: \"  \") { nodes { id } } }", "SEARCH_TOO_SHORT", "text", "search")]
    [InlineData("{ employees(filter: { name: { eq: null } }) { nodes { id } } }", "BAD_FILTER", "filter.name.eq", "employees")]
    [InlineData("{ employees(filter: { or: [{ not: { ownerId: { in: [\"x\"] } } }] }) { totalCount } }", "BAD_FILTER",
        "filter.or.0.not.ownerId.in.0", "employees.totalCount")]
    [InlineData("{ employees(filter: { knows: { some: { node: { contact: { id: { ne: \"y\" } } } } } }) { nodes { id } } }",
        "BAD_FILTER", "filter.knows.some.node.contact.id.ne", "employees")]
    [InlineData("{ employees(filter: { matches: \".\" }) { nodes { id } } }", "SEARCH_TOO_SHORT", "filter.matches", "employees")]
    public async Task A_wrong_question_is_one_clear_error(string query, string code, string at, string path)
    {
        await _graph.WithAsync();

        var answer = await _graph.AskAsync(query);

        var error = answer.Errors[0];
        Assert.Equal((code, at), (error.Code, error.At));
        Assert.StartsWith(error.Path, path, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Relationships_are_seen_as_of_the_day_of_the_list_above_them()
    {
        var bo = Some.Contact("Bo Lind");
        var old = Some.Company("Gammel A/S");
        var young = Some.Company("Ny A/S");
        await _graph.WithAsync(
            bo, old, young,
            Some.WorksAt(bo, old) with { From = new(2010, 1, 1), Until = new(2020, 1, 1) },
            Some.WorksAt(bo, young) with { From = new(2020, 1, 1) });

        var answer = await _graph.AskAsync(
            """
            { now: contacts { nodes { worksAt { totalCount nodes { name } } } }
              then: contacts(asOf: "2015-06-01") { nodes { worksAt { nodes { name staff { totalCount } } } } }
              ever: contacts { nodes { worksAt(history: true, orderBy: { field: CREATED_AT, direction: DESC }) {
                totalCount nodes { name } } } } }
            """);

        Assert.Equal(["Ny A/S"], answer.EachAt("now.nodes.0.worksAt.nodes", "name"));
        Assert.Equal(["Gammel A/S"], answer.EachAt("then.nodes.0.worksAt.nodes", "name"));
        Assert.Equal(1, answer.At("then.nodes.0.worksAt.nodes.0.staff.totalCount").GetInt32());
        Assert.Equal(["Ny A/S", "Gammel A/S"], answer.EachAt("ever.nodes.0.worksAt.nodes", "name"));
        Assert.Equal(2, answer.At("ever.nodes.0.worksAt.totalCount").GetInt32());
    }

    [SkippableFact]
    public async Task Search_gives_the_exact_name_first_and_pages_on()
    {
        await _graph.WithAsync(Some.Company("Ås Energi"), Some.Company("Ås"), Some.Network("Ås-gruppen"));

        var first = await _graph.AskAsync(
            """
            { search(text: "aas", first: 2) {
                edges { cursor node { __typename ... on Company { name } } } pageInfo { hasNextPage } } }
            """);
        var second = await _graph.AskAsync(
            "query ($after: String) { search(text: \"aas\", first: 2, after: $after) { nodes { __typename } "
                + "pageInfo { hasNextPage hasPreviousPage } } }",
            new { after = first.At("search.edges.1.cursor").GetString() });
        var kinds = await _graph.AskAsync("{ search(text: \"ås\", kinds: [NETWORK]) { nodes { __typename } } }");

        Assert.Equal("Ås", first.At("search.edges.0.node.name").GetString());
        Assert.True(first.At("search.pageInfo.hasNextPage").GetBoolean());
        Assert.Equal(2, second.At("search.nodes").GetArrayLength());
        Assert.False(second.At("search.pageInfo.hasNextPage").GetBoolean());
        Assert.True(second.At("search.pageInfo.hasPreviousPage").GetBoolean());
        Assert.Equal(["Network"], kinds.EachAt("search.nodes", "__typename"));
    }

    [SkippableFact]
    public async Task The_viewer_is_told_who_and_what_the_viewer_is()
    {
        await _graph.WithAsync();

        var anna = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna, Roles.Employee | Roles.Sales), "{ viewer { employee { name } roles actor } }");
        var admin = await _graph.AskAsync("{ viewer { employee { name } roles } }");

        Assert.Equal("Anna Ås", anna.At("viewer.employee.name").GetString());
        Assert.Equal(["EMPLOYEE", "SALES"], anna.TextsAt("viewer.roles"));
        Assert.Equal("null", admin.At("viewer.employee").GetRawText());
        Assert.Equal(["ADMINISTRATOR"], admin.TextsAt("viewer.roles"));
    }

    [SkippableFact]
    public async Task What_a_record_names_is_shown_only_where_it_may_be_seen()
    {
        var secret = Some.Department("Hemmelig") with { Visibility = Visibility.Owner, OwnerId = _graph.Door.Carl.Id };
        var child = Some.Department("Åben") with { ParentId = secret.Id, LeadId = _graph.Door.Anna.Id };
        await _graph.WithAsync(secret, child);
        const string Query = "{ departments { totalCount nodes { name parent { name } lead { name } } } }";

        var anna = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query);
        var carl = await _graph.AskAsync(OpenDoor.As(_graph.Door.Carl), Query);

        Assert.Equal(1, anna.At("departments.totalCount").GetInt32());
        Assert.Equal("null", anna.At("departments.nodes.0.parent").GetRawText());
        Assert.Equal("Anna Ås", anna.At("departments.nodes.0.lead.name").GetString());
        Assert.Equal(2, carl.At("departments.totalCount").GetInt32());
        Assert.Equal("Hemmelig", carl.At("departments.nodes.1.parent.name").GetString());
    }

    [SkippableFact]
    public async Task Documents_are_objects()
    {
        var segment = Some.Segment("Energi");
        var strategy = Some.Strategy("2026") with
        {
            Wishes =
            [
                new StrategyWish { Purposes = [NetworkPurpose.Professional], SegmentIds = [segment.Id], WillNotDo = "Golf" },
            ],
        };
        var contact = Some.Contact("Bo") with
        {
            Permissions = [new Permission { Channel = Channel.Email, IsAllowed = false, GivenOn = new(2025, 5, 4) }],
        };
        await _graph.WithAsync(segment, strategy, contact);

        var answer = await _graph.AskAsync(
            """
            { strategies { nodes { wishes { department { name } purposes segments { name } kinds willNotDo } } }
              contacts { nodes { permissions { channel isAllowed basis givenOn } } } }
            """);

        Assert.Equal(
            """{"department":null,"purposes":["PROFESSIONAL"],"segments":[{"name":"Energi"}],"kinds":[],"willNotDo":"Golf"}""",
            answer.At("strategies.nodes.0.wishes.0").GetRawText());
        Assert.Equal(
            """{"channel":"EMAIL","isAllowed":false,"basis":null,"givenOn":"2025-05-04"}""",
            answer.At("contacts.nodes.0.permissions.0").GetRawText());
    }
}
