using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Paths;

/// <summary>Ways that are chosen, ways to several people, and what lies around.</summary>
public abstract class WayTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    private Employee Anna => _graph.Door.Anna;

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task Of_a_company_only_who_decides_there()
    {
        var firm = Some.Company("Nordlys");
        var kim = Some.Contact("Kim") with { Seniority = Seniority.Director };
        var lone = Some.Contact("Lone") with { Seniority = Seniority.Junior, DecisionRole = DecisionRole.User };
        await _graph.WithAsync(
            firm, kim, lone, Some.WorksAt(kim, firm), Some.WorksAt(lone, firm) with { DecisionRole = DecisionRole.DecisionMaker },
            Some.Knows(Anna, kim, .5), Some.Knows(Anna, lone, .9));

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            """
            query ($firm: ID!) {
              any: introductionPaths(to: $firm, first: 1, maxHops: 1) { paths { hops { to { name } } } }
              directors: introductionPaths(to: $firm, maxHops: 1, seniority: [DIRECTOR, BOARD]) {
                paths { hops { to { name } } } }
              deciders: introductionPaths(to: $firm, maxHops: 1, decisionRole: [DECISION_MAKER]) {
                paths { hops { to { name } } } }
              users: introductionPaths(to: $firm, decisionRole: [USER]) { ending } }
            """,
            new { firm = firm.Id.ToString() });

        Assert.Equal("Lone", answer.At("any.paths.0.hops.0.to.name").GetString());
        Assert.Equal("""[{"hops":[{"to":{"name":"Kim"}}]}]""", answer.At("directors.paths").GetRawText());
        Assert.Equal("""[{"hops":[{"to":{"name":"Lone"}}]}]""", answer.At("deciders.paths").GetRawText());
        Assert.Equal("NO_PATH", answer.At("users.ending").GetString());
    }

    [SkippableFact]
    public async Task Paths_avoid_who_is_to_be_avoided_lead_over_who_is_required_and_share_nobody()
    {
        var (kim, lone, mia, target) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"), Some.Contact("Tove"));
        await _graph.WithAsync(
            kim, lone, mia, target, Some.Knows(Anna, kim, .9), Some.Knows(kim, target, .9), Some.Knows(kim, lone, .9),
            Some.Knows(lone, target, .8), Some.Knows(Anna, mia, .3), Some.Knows(mia, target, .3));
        const string Ways = """
            query ($to: ID!, $avoid: [ID!], $require: ID, $diverse: Boolean) {
              introductionPaths(to: $to, avoid: $avoid, require: $require, diverse: $diverse) { paths { hops { to { name } } } } }
            """;
        var to = target.Id.ToString();

        var avoiding = await _graph.AskAsync(OpenDoor.As(Anna), Ways, new { to, avoid = new[] { kim.Id.ToString() } });
        var over = await _graph.AskAsync(OpenDoor.As(Anna), Ways, new { to, require = lone.Id.ToString() });
        var diverse = await _graph.AskAsync(OpenDoor.As(Anna), Ways, new { to, diverse = true });

        Assert.Equal(["Mia Tove"], Told(avoiding));
        Assert.Equal(["Kim Lone Tove"], Told(over));
        Assert.Equal(["Kim Tove", "Mia Tove"], Told(diverse));

        static IEnumerable<string> Told(Graph.Answer answer) =>
            answer.At("introductionPaths.paths").EnumerateArray().Select(path => string.Join(
                ' ',
                path.GetProperty("hops").EnumerateArray().Select(hop => hop.GetProperty("to").GetProperty("name").GetString())));
    }

    [SkippableFact]
    public async Task A_hop_says_what_it_rests_on_and_when_the_group_meets_next()
    {
        var (kim, lone) = (Some.Contact("Kim"), Some.Contact("Lone"));
        var network = Some.Network("EGN CFO-7");
        var (past, next, later) = (
            Some.Meeting(OpenDoor.Now.AddDays(-3)), Some.Meeting(OpenDoor.Now.AddDays(4)), Some.Meeting(OpenDoor.Now.AddDays(9)));
        await _graph.WithAsync(
            kim, lone, network, past, next, later, Some.HeldBy(past, network), Some.HeldBy(next, network),
            Some.HeldBy(later, network), Some.Knows(Anna, kim, .9), Some.MemberOf(kim, network), Some.MemberOf(lone, network),
            Some.Interaction(Anna, kim, OpenDoor.Now.AddDays(-2), Channel.Call));

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            """
            query ($to: ID!) { introductionPaths(to: $to) { paths { hops { why via { __typename
              ... on TieVia { tie { value contacts } } ... on GroupVia { nextMeeting { startsAt } } } } } } }
            """,
            new { to = lone.Id.ToString() });

        Assert.Equal("1 call on 14 January 2026.", answer.At("introductionPaths.paths.0.hops.0.why").GetString());
        Assert.Equal(1, answer.At("introductionPaths.paths.0.hops.0.via.tie.contacts").GetInt32());
        Assert.Equal(
            "Both are in EGN CFO-7, of 2, next meeting 20 January 2026.",
            answer.At("introductionPaths.paths.0.hops.1.why").GetString());
        Assert.Equal(
            next.StartsAt, answer.At("introductionPaths.paths.0.hops.1.via.nextMeeting.startsAt").GetDateTimeOffset());
    }

    [SkippableFact]
    public async Task The_best_way_in_for_each_of_a_list_and_of_a_segment()
    {
        var (kim, lone, mia) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"));
        var (firm, secret) = (Some.Company("Nordlys") with { Region = "Nord" }, Some.Company("Loge") with
        {
            Region = "Nord",
            IsSensitive = true,
        });
        var segment = Some.Segment("Nord") with { Regions = ["Nord"] };
        await _graph.WithAsync(
            kim, lone, mia, firm, secret, segment, Some.WorksAt(lone, firm), Some.WorksAt(kim, firm), Some.WorksAt(mia, secret),
            Some.Knows(Anna, kim, .5), Some.Knows(Anna, mia, .9));

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            """
            query ($to: [ID!], $segment: ID, $none: ID) {
              list: introductionsToEach(to: $to, through: [PERSON]) { isCut ways { to { name } isWhole path { score } } }
              segment: introductionsToEach(segment: $segment, through: [PERSON]) { ways { to { name } path { score } } }
              none: introductionsToEach(segment: $none) { isCut } }
            """,
            new
            {
                to = new[] { lone.Id.ToString(), kim.Id.ToString(), mia.Id.ToString() },
                segment = segment.Id.ToString(),
                none = Some.Segment().Id.ToString(),
            });

        Assert.Equal(
            """{"isCut":false,"ways":[{"to":{"name":"Mia"},"isWhole":true,"path":{"score":0.9}},"""
            + """{"to":{"name":"Kim"},"isWhole":true,"path":{"score":0.5}},{"to":{"name":"Lone"},"isWhole":true,"path":null}]}""",
            answer.At("list").GetRawText());
        Assert.Equal(
            """{"ways":[{"to":{"name":"Kim"},"path":{"score":0.5}},{"to":{"name":"Lone"},"path":null}]}""",
            answer.At("segment").GetRawText());
        Assert.Equal("null", answer.At("none").GetRawText());
    }

    [SkippableFact]
    public async Task A_map_shows_who_is_near_their_ties_and_what_joins_them()
    {
        var (kim, lone, mia) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"));
        var firm = Some.Company("Nordlys");
        await _graph.WithAsync(
            kim, lone, mia, firm, Some.Knows(Anna, kim, .5), Some.Knows(Anna, lone, .25), Some.Knows(kim, lone, .7),
            Some.Knows(lone, mia, .9), Some.WorksAt(kim, firm), Some.WorksAt(lone, firm));

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            """
            { connectionMap(maxHops: 1, through: [PERSON, COMPANY]) { ending isCut people { person { name } hops score }
                ties { strength band } groups { group { ... on Company { name } } memberCount } memberships { group } }
              cut: connectionMap(first: 1) { isCut people { person { name } } } }
            """);

        Assert.Equal(
            """[{"person":{"name":"Anna \u00C5s"},"hops":0,"score":1},{"person":{"name":"Kim"},"hops":1,"score":0.5},"""
            + """{"person":{"name":"Lone"},"hops":1,"score":0.25}]""",
            answer.At("connectionMap.people").GetRawText());
        Assert.Equal(
            [.25, .5, .7],
            answer.At("connectionMap.ties").EnumerateArray()
                .Select(tie => Math.Round(tie.GetProperty("strength").GetDouble(), 9)).Order());
        Assert.Equal(
            """[{"group":{"name":"Nordlys"},"memberCount":2}]""", answer.At("connectionMap.groups").GetRawText());
        Assert.Equal(2, answer.At("connectionMap.memberships").GetArrayLength());
        Assert.Equal(
            """{"isCut":true,"people":[{"person":{"name":"Anna \u00C5s"}},{"person":{"name":"Kim"}}]}""",
            answer.At("cut").GetRawText());
    }

    [SkippableTheory]
    [InlineData("introductionPaths", "to: $kim, avoid: [$kim]", "BAD_REQUEST", "avoid")]
    [InlineData("introductionPaths", "to: $kim, avoid: [$network]", "WRONG_KIND", "avoid")]
    [InlineData("introductionPaths", "to: $kim, require: $kim", "BAD_REQUEST", "require")]
    [InlineData("introductionPaths", "to: $kim, require: $lone, avoid: [$lone]", "BAD_REQUEST", "avoid")]
    [InlineData("introductionPaths", "to: $kim, asOf: \"9999-12-31\"", "DAY_IN_FUTURE", "asOf")]
    [InlineData("introductionsToEach", "maxHops: 2", "BAD_REQUEST", "to")]
    [InlineData("introductionsToEach", "to: [$kim], segment: $kim", "WRONG_KIND", "segment")]
    [InlineData("connectionMap", "around: [$network]", "WRONG_KIND", "around")]
    [InlineData("connectionMap", "maxHops: 3", "OUT_OF_RANGE", "maxHops")]
    [InlineData("connectionMap", "first: 201", "OUT_OF_RANGE", "first")]
    public async Task A_wrong_argument_is_one_clear_error(string field, string arguments, string code, string at)
    {
        var (network, kim, lone) = (Some.Network(), Some.Contact(), Some.Contact());
        await _graph.WithAsync(network, kim, lone);
        var selection = field == "introductionsToEach" ? "isCut" : "ending";

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            $$"""
            query ($network: ID!, $kim: ID!, $lone: ID!) { {{field}}({{arguments}}) { {{selection}} }
              nodes(ids: [$network, $kim, $lone]) { id } }
            """,
            new { network = network.Id.ToString(), kim = kim.Id.ToString(), lone = lone.Id.ToString() });

        var error = Assert.Single(answer.Errors);
        Assert.Equal((code, at, field), (error.Code, error.At, error.Path));
    }
}
