using RelationshipGraph.Model;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

public abstract class FilterTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableTheory]
    [InlineData("name: { eq: \"Ås\" }", "Ås")]
    [InlineData("name: { ne: \"Ås\" }", "Bæk Dal Ebbe")]
    [InlineData("name: { in: [\"Ås\", \"Dal\", \"nul\"] }", "Ås Dal")]
    [InlineData("name: { startsWith: \"B\" }", "Bæk")]
    [InlineData("name: { gt: \"Bæk\", lt: \"Ebbe\" }", "Dal")]
    [InlineData("domain: { exists: true }", "Ås Bæk")]
    [InlineData("domain: { exists: false }", "Dal Ebbe")]
    [InlineData("domain: { ne: \"aas.dk\" }", "Bæk Dal Ebbe")]
    [InlineData("employeeCount: { gte: 10, lte: 20 }", "Ås Bæk")]
    [InlineData("employeeCount: { gt: 10 }", "Bæk Dal")]
    [InlineData("employeeCount: { lt: 10 }", "")]
    [InlineData("size: { eq: LARGE }", "Dal")]
    [InlineData("size: { in: [SMALL, LARGE] }", "Ås Dal")]
    [InlineData("advertisingProtected: { eq: true }", "Ebbe")]
    [InlineData("advertisingProtected: { ne: true }", "Ås Bæk Dal")]
    [InlineData("createdAt: { gte: \"2026-01-15T10:00:00Z\", lt: \"2026-01-15T11:00:00+01:00\" }", "")]
    [InlineData("createdAt: { lte: \"2026-01-15T11:00:00+01:00\" }", "Ås Bæk Dal Ebbe")]
    [InlineData("knownSince: { eq: \"2026-01-15\" }", "Ås Bæk Dal Ebbe")]
    [InlineData("matches: \"aas\"", "Ås")]
    [InlineData("and: [{ domain: { exists: true } }, { employeeCount: { gt: 10 } }]", "Bæk")]
    [InlineData("or: [{ name: { eq: \"Ås\" } }, { name: { eq: \"Dal\" } }]", "Ås Dal")]
    [InlineData("or: []", "")]
    [InlineData("and: []", "Ås Bæk Dal Ebbe")]
    [InlineData("not: { or: [{ name: { eq: \"Ås\" } }, {}] }", "")]
    [InlineData("not: { domain: { exists: true } }", "Dal Ebbe")]
    [InlineData("name: null, domain: { exists: false }", "Dal Ebbe")]
    [InlineData("staff: { some: {} }", "Ås Bæk")]
    [InlineData("staff: { none: {} }", "Dal Ebbe")]
    [InlineData("staff: { some: { title: { eq: \"CEO\" } } }", "Ås")]
    [InlineData("staff: { all: { title: { eq: \"CEO\" } } }", "Dal Ebbe")]
    [InlineData("staff: { all: { or: [{ title: { eq: \"CEO\" } }, { title: { exists: false } }] } }", "Ås Dal Ebbe")]
    [InlineData("staff: { some: { node: { contact: { topics: { has: \"energi\" } } } } }", "Ås")]
    [InlineData("staff: { some: { node: { contact: { topics: { hasSome: [\"golf\", \"vind\"] } } } } }", "Bæk")]
    [InlineData("staff: { some: { node: { employee: {} } } }", "Bæk")]
    [InlineData("staff: { none: { node: { employee: {} } } }", "Ås Dal Ebbe")]
    [InlineData("memberships: { some: { node: { kind: { eq: BOARD }, purposes: { has: PROFESSIONAL } } } }", "Dal")]
    [InlineData("memberships: { some: { node: { purposes: { exists: true } } } }", "Dal")]
    [InlineData("staff: { some: { until: { exists: true } } }", "")]
    public async Task Each_operator_finds_what_it_says(string filter, string expected)
    {
        await FillAsync();

        var answer = await _graph.AskAsync($"{{ companies(filter: {{ {filter} }}) {{ totalCount nodes {{ name }} }} }}");

        Assert.Equal(expected, string.Join(' ', answer.EachAt("companies.nodes", "name")));
        Assert.Equal(answer.At("companies.nodes").GetArrayLength(), answer.At("companies.totalCount").GetInt32());
    }

    [SkippableTheory]
    [InlineData("title: { eq: \"CEO\" }", "Kim")]
    [InlineData("node: { contact: {} }", "Kim Lone")]
    [InlineData("node: { contact: { topics: { has: \"energi\" } }, employee: {} }", "Kim")]
    [InlineData("not: { title: { exists: true } }", "Lone")]
    [InlineData("from: { lt: \"2020-01-01\" }", "")]
    public async Task A_list_of_relationships_is_filtered_by_them_and_by_their_other_end(string filter, string expected)
    {
        await FillAsync();

        var answer = await _graph.AskAsync(
            $$"""
            { companies(first: 1) { nodes { staff(filter: { {{filter}} }) { totalCount nodes { name } } } } }
            """);

        Assert.Equal(expected, string.Join(' ', answer.EachAt("companies.nodes.0.staff.nodes", "name")));
        Assert.Equal(
            answer.At("companies.nodes.0.staff.nodes").GetArrayLength(),
            answer.At("companies.nodes.0.staff.totalCount").GetInt32());
    }

    [SkippableTheory]
    [InlineData("{ companies(filter: { size: { eq: HUGE } }) { totalCount } }")]
    [InlineData("{ companies(filter: { knownSince: { eq: \"2026-02-30\" } }) { totalCount } }")]
    [InlineData("{ companies(filter: { createdAt: { eq: \"2026-02-03\" } }) { totalCount } }")]
    [InlineData("{ companies(filter: { employeeCount: { eq: 3000000000 } }) { totalCount } }")]
    [InlineData("{ companies(filter: { subject: { eq: \"x\" } }) { totalCount } }")]
    [InlineData("{ contacts { nodes { interactions(filter: { subject: { eq: \"x\" } }) { totalCount } } } }")]
    public async Task A_value_of_another_form_is_refused_before_anything_is_read(string query)
    {
        await FillAsync();

        var answer = await _graph.AskAsync(query);

        Assert.NotEmpty(answer.Errors);
        Assert.Equal(default, answer.Data);
    }

    private async Task FillAsync()
    {
        var aas = Some.Company("Ås") with { Domain = "aas.dk", EmployeeCount = 10, Size = CompanySize.Small };
        var baek = Some.Company("Bæk") with { Domain = "baek.dk", EmployeeCount = 20 };
        var dal = Some.Company("Dal") with { EmployeeCount = 30, Size = CompanySize.Large };
        var ebbe = Some.Company("Ebbe") with { AdvertisingProtected = true };
        var kim = Some.Contact("Kim") with { Topics = ["energi", "havne"] };
        var lone = Some.Contact("Lone");
        var mads = Some.Contact("Mads") with { Topics = ["vind"] };
        var board = Some.Network("Bestyrelse") with { Kind = NetworkKind.Board, Purposes = [NetworkPurpose.Professional] };
        await _graph.WithAsync(
            aas, baek, dal, ebbe, kim, lone, mads, board,
            Some.WorksAt(kim, aas) with { Title = "CEO" },
            Some.WorksAt(lone, aas),
            Some.WorksAt(mads, baek) with { Title = "CFO" },
            Some.WorksAt(_graph.Door.Anna, baek),
            Some.WorksAt(mads, ebbe) with { Until = new(2020, 1, 1) },
            Some.MemberOf(dal, board));
    }
}
