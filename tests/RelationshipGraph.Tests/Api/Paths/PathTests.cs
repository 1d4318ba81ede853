using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Paths;

public abstract class PathTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private const string Selection = """
        { ending missing limit paths { score band start { name }
          hops { from { name } to { name } strength band via { __typename
            ... on TieVia { knows { howMet } }
            ... on GroupVia { memberCount overlapFrom overlapUntil group { ... on Network { name } ... on Company { name } }
              fromMembership { __typename } toMembership { __typename } } } }
          closedStep { from { name } } } }
        """;

    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task The_way_to_a_contact_with_all_that_joins_its_people()
    {
        var kim = Some.Contact("Kim");
        var lone = Some.Contact("Lone");
        var network = Some.Network("VL 42");
        await _graph.WithAsync(
            kim, lone, network,
            Some.Knows(_graph.Door.Anna, kim, .5) with { HowMet = "Skolen" },
            Some.MemberOf(kim, network) with { From = new(2020, 1, 1) },
            Some.MemberOf(lone, network) with { From = new(2021, 1, 1) });

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna), $"query ($to: ID!) {{ introductionPaths(to: $to) {Selection} }}",
            new { to = lone.Id.ToString() });

        Assert.Equal("FOUND", answer.At("introductionPaths.ending").GetString());
        var path = answer.At("introductionPaths.paths.0");
        Assert.Equal("Anna Ås", path.GetProperty("start").GetProperty("name").GetString());
        Assert.Equal(.8 * .5 * .5, path.GetProperty("score").GetDouble(), 9);
        Assert.Equal("FADING", path.GetProperty("band").GetString());
        Assert.Equal("null", path.GetProperty("closedStep").GetRawText());
        Assert.Equal(
            """{"__typename":"TieVia","knows":{"howMet":"Skolen"}}""",
            answer.At("introductionPaths.paths.0.hops.0.via").GetRawText());
        Assert.Equal(
            """
            {"__typename":"GroupVia","memberCount":2,"overlapFrom":"2021-01-01","overlapUntil":null,"group":{"name":"VL 42"},
            "fromMembership":{"__typename":"MemberOf"},"toMembership":{"__typename":"MemberOf"}}
            """.ReplaceLineEndings(string.Empty),
            answer.At("introductionPaths.paths.0.hops.1.via").GetRawText());
    }

    [SkippableFact]
    public async Task A_discreet_step_is_closed_and_scored_in_words()
    {
        var kim = Some.Contact("Kim");
        var lone = Some.Contact("Lone");
        await _graph.WithAsync(
            kim, lone, Some.Knows(_graph.Door.Anna, kim, .9),
            Some.Knows(kim, lone, .9) with { Visibility = Visibility.Discreet, OwnerId = _graph.Door.Carl.Id });

        var answer = await _graph.AskAsync(
            OpenDoor.As(_graph.Door.Anna), $"query ($to: ID!) {{ introductionPaths(to: $to) {Selection} }}",
            new { to = lone.Id.ToString() });

        Assert.Equal("null", answer.At("introductionPaths.paths.0.score").GetRawText());
        Assert.Equal("ACTIVE", answer.At("introductionPaths.paths.0.band").GetString());
        Assert.NotEqual("null", answer.At("introductionPaths.paths.0.closedStep.from.name").GetRawText());
        Assert.DoesNotContain("Lone", answer.Data.GetRawText(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Each_ending_is_an_answer_and_a_new_tie_is_seen_at_once()
    {
        var kim = Some.Contact("Kim");
        await _graph.WithAsync(kim);
        const string Query = """
            query ($to: ID!, $from: ID) { introductionPaths(to: $to, from: $from) { ending missing paths { score } } }
            """;
        var asked = new { to = kim.Id.ToString(), from = _graph.Door.Bent.Id.ToString() };
        var nobody = Some.Id(RecordKind.Contact).ToString();

        var none = await _graph.AskAsync(Query, asked);
        var missing = await _graph.AskAsync(Query, new { to = nobody, asked.from });
        await _graph.Door.StoreAsync(Some.Knows(_graph.Door.Bent, kim, .7));
        var found = await _graph.AskAsync(Query, asked);
        var any = await _graph.AskAsync(
            "query ($to: ID!) { introductionPaths(to: $to, anyEmployee: true) { paths { start { name } } } }", new { asked.to });

        Assert.Equal("NO_PATH", none.At("introductionPaths.ending").GetString());
        Assert.Equal("NOT_FOUND", missing.At("introductionPaths.ending").GetString());
        Assert.Equal(nobody, missing.At("introductionPaths.missing").GetString());
        Assert.Equal(.7, found.At("introductionPaths.paths.0.score").GetDouble());
        Assert.Equal("Bent Æbelø", any.At("introductionPaths.paths.0.start.name").GetString());
    }

    [SkippableTheory]
    [InlineData("to: \"x\"", "MALFORMED", "to")]
    [InlineData("to: \"net_0000000000001\"", "MALFORMED", "to")]
    [InlineData("to: $network", "WRONG_KIND", "to")]
    [InlineData("to: $to", "REQUIRED", "from")]
    [InlineData("to: $to, anyEmployee: true, from: $to", "BAD_REQUEST", "anyEmployee")]
    [InlineData("to: $to, anyEmployee: true, maxHops: 7", "OUT_OF_RANGE", "maxHops")]
    [InlineData("to: $to, anyEmployee: true, first: 0", "OUT_OF_RANGE", "first")]
    [InlineData("to: $to, anyEmployee: true, minStrength: 1.5", "OUT_OF_RANGE", "minStrength")]
    [InlineData("to: $to, anyEmployee: true, hopDiscount: 0", "OUT_OF_RANGE", "hopDiscount")]
    public async Task A_wrong_argument_is_one_clear_error(string arguments, string code, string at)
    {
        var kim = Some.Contact("Kim");
        var network = Some.Network();
        await _graph.WithAsync(kim, network);

        var answer = await _graph.AskAsync(
            $$"""
            query ($to: ID = "a", $network: ID = "b") { introductionPaths({{arguments}}) { ending }
              node(id: $network) { id } other: node(id: $to) { id } }
            """,
            new { to = kim.Id.ToString(), network = network.Id.ToString() });

        var error = Assert.Single(answer.Errors);
        Assert.Equal((code, at, "introductionPaths"), (error.Code, error.At, error.Path));
    }
}
