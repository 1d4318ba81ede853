using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Paths;

public abstract class NearnessTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task The_fewest_hops_win_over_the_stronger_way_and_a_discreet_tie_does_not_count()
    {
        var (kim, lone, mia) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"));
        await _graph.WithAsync(
            kim, lone, mia, Some.Knows(_graph.Door.Anna, kim, .9), Some.Knows(kim, lone, .9), Some.Knows(lone, mia, .9),
            Some.Knows(_graph.Door.Anna, lone, .1),
            Some.Knows(_graph.Door.Bent, mia, .9) with { Visibility = Visibility.Discreet, OwnerId = _graph.Door.Carl.Id });

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna),
            """
            query ($to: ID!, $bent: ID!) {
              shortestPath(to: $to) { ending paths { score hops { to { name } } } }
              strongest: introductionPaths(to: $to, first: 1) { paths { hops { to { name } } } }
              closed: shortestPath(to: $to, from: $bent) { ending }
            }
            """,
            new { to = mia.Id.ToString(), bent = _graph.Door.Bent.Id.ToString() });

        Assert.Equal(
            """[{"to":{"name":"Lone"}},{"to":{"name":"Mia"}}]""", answer.At("shortestPath.paths.0.hops").GetRawText());
        Assert.Equal(.8 * .1 * .9, answer.At("shortestPath.paths.0.score").GetDouble(), 9);
        Assert.Equal(3, answer.At("strongest.paths.0.hops").GetArrayLength());
        Assert.Equal("NO_PATH", answer.At("closed.ending").GetString());
    }

    [SkippableFact]
    public async Task Whom_contacts_know_page_by_page_with_whom_to_ask()
    {
        var (kim, lone, mia, nils) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"), Some.Contact("Nils"));
        await _graph.WithAsync(
            kim, lone, mia, nils, Some.Knows(_graph.Door.Anna, kim, .5), Some.Knows(_graph.Door.Anna, lone, .25),
            Some.Knows(kim, mia, .5), Some.Knows(lone, mia, 1), Some.Knows(kim, nils, .7), Some.Knows(kim, lone, .9));
        const string Query = """
            query ($after: String, $by: SecondDegreeOrder) { secondDegree(first: 1, after: $after, orderBy: $by) {
              ending totalCount pageInfo { hasNextPage endCursor }
              edges { likelihood commonContacts askStrength introductionStrength node { name } ask { name } } } }
            """;

        var first = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query, new { by = "COMMON_CONTACTS" });
        var end = first.At("secondDegree.pageInfo.endCursor").GetString();
        var second = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query, new { after = end, by = "COMMON_CONTACTS" });
        var likely = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query, new { by = "LIKELIHOOD" });
        var other = await _graph.AskAsync(OpenDoor.As(_graph.Door.Anna), Query, new { after = end, by = "LIKELIHOOD" });

        // Both ways to Mia are as strong; Kim was made first.
        Assert.Equal(
            """
            {"ending":"FOUND","totalCount":2,"pageInfo":{"hasNextPage":true,"endCursor":"
            """.TrimEnd() + end + """
            "},"edges":[{"likelihood":null,"commonContacts":2,"askStrength":0.5,"introductionStrength":0.5,
            "node":{"name":"Mia"},"ask":{"name":"Kim"}}]}
            """.ReplaceLineEndings(string.Empty),
            first.At("secondDegree").GetRawText());
        Assert.Equal("Nils", second.At("secondDegree.edges.0.node.name").GetString());
        Assert.Equal("false", second.At("secondDegree.pageInfo.hasNextPage").GetRawText());
        var (ofKim, ofLone) = (.5 / (.5 + .5 + .7 + .9 + .1), .25 / (.25 + 1 + .9 + .1));
        Assert.Equal((ofKim * .5) + ofLone, likely.At("secondDegree.edges.0.likelihood").GetDouble(), 9);
        Assert.Equal("BAD_CURSOR", Assert.Single(other.Errors).Code);
    }

    [SkippableFact]
    public async Task How_many_people_and_companies_are_within_reach()
    {
        var (kim, lone, mia, firm) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"), Some.Company("Nordlys"));
        await _graph.WithAsync(
            kim, lone, mia, firm, Some.Knows(_graph.Door.Anna, kim, .5), Some.Knows(kim, lone, .9), Some.Knows(lone, mia, .1),
            Some.WorksAt(lone, firm), Some.WorksAt(mia, firm));

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna),
            """
            { near: reach(through: [PERSON]) { ending people companies layers { hops people companies } }
              far: reach(maxHops: 3, minScore: 0.01, through: [PERSON]) { people }
              weak: reach(maxHops: 3, minScore: 0.1, anyEmployee: true, through: [PERSON]) { people } }
            """);

        Assert.Equal(
            """{"ending":"FOUND","people":2,"companies":1,"layers":[{"hops":1,"people":1,"companies":0},"""
            + """{"hops":2,"people":1,"companies":1}]}""",
            answer.At("near").GetRawText());
        Assert.Equal(3, answer.At("far.people").GetInt32());
        Assert.Equal(2, answer.At("weak.people").GetInt32());
    }

    [SkippableTheory]
    [InlineData("secondDegree", "of: \"x\"", "MALFORMED", "of")]
    [InlineData("secondDegree", "of: $network", "WRONG_KIND", "of")]
    [InlineData("secondDegree", "minStrength: 2", "OUT_OF_RANGE", "minStrength")]
    [InlineData("secondDegree", "first: 201", "PAGE_TOO_LARGE", "first")]
    [InlineData("secondDegree", "worksAt: $network", "WRONG_KIND", "worksAt")]
    [InlineData("reach", "maxHops: 0", "OUT_OF_RANGE", "maxHops")]
    [InlineData("reach", "minScore: -1", "OUT_OF_RANGE", "minScore")]
    [InlineData("shortestPath", "to: $network", "WRONG_KIND", "to")]
    public async Task A_wrong_argument_is_one_clear_error(string field, string arguments, string code, string at)
    {
        var network = Some.Network();
        await _graph.WithAsync(network);

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna),
            $$"""query ($network: ID = "b") { {{field}}({{arguments}}) { ending } node(id: $network) { id } }""",
            new { network = network.Id.ToString() });

        var error = Assert.Single(answer.Errors);
        Assert.Equal((code, at, field), (error.Code, error.At, error.Path));
    }
}
