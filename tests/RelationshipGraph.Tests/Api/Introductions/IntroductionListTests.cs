using System.Text.Json;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Introductions;

/// <summary>Budgets, what waits, and the lists of those who asked and were asked.</summary>
public sealed class IntroductionListTests(IntroductionServer server) : IClassFixture<IntroductionServer>
{
    private static readonly DateOnly Today = IntroductionServer.Today;

    private readonly Employee _anna = Some.Employee("Anna");
    private readonly Employee _bent = Some.Employee("Bent");
    private readonly Employee _carl = Some.Employee("Carl");
    private readonly Contact _kim = Some.Contact("Kim");

    [Fact]
    public async Task Beyond_the_budget_an_introducer_is_asked_only_where_that_is_said()
    {
        await server.StoreAsync(
            _anna, _bent, _carl, _kim, Asked(1), Asked(80),
            Asked(100) with { State = IntroductionState.Accepted, AnsweredOn = Today.AddDays(-99) });
        var ask = new { targetId = _kim.Id.ToString(), introducerId = _bent.Id.ToString() };

        var refused = await server.DoAsync(_carl, "askIntroduction", ask, language: "da");
        var another = await server.DoAsync(
            _carl, "askIntroduction", new { ask.targetId, introducerId = _anna.Id.ToString() });
        var asked = await server.DoAsync(
            _carl, "askIntroduction", new { ask.targetId, ask.introducerId, overBudget = true });

        Assert.Equal(["INTRODUCER_OVER_BUDGET introducerId"], refused.Errors);
        Assert.Equal("OverBudgetError", refused.ErrorType);
        Assert.Contains("3 er tilladt", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("ASKED", "ASKED"), (another["state"], asked["state"]));
        Assert.Equal(
            """{"open":4,"recent":3,"asks":4,"budget":3,"isOver":true,"loadFactor":0.42857142857142855}""",
            await LoadAsync(_carl, _bent));
    }

    [Fact]
    public async Task Two_asks_at_the_same_time_do_not_both_find_room_for_one()
    {
        await server.StoreAsync(_anna, _bent, _carl, _kim, Asked(1), Asked(2));
        var ask = new { targetId = _kim.Id.ToString(), introducerId = _bent.Id.ToString() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => server.DoAsync(_carl, "askIntroduction", ask)));

        Assert.Equal(1, answers.Count(answer => answer.Errors.Count == 0));
    }

    [Fact]
    public async Task What_is_hidden_is_held_against_nobody()
    {
        var hidden = Some.Employee("Skjult") with { Visibility = Visibility.Owner, OwnerId = _carl.Id };
        await server.StoreAsync(
            [
                _anna, _bent, _carl, _kim, hidden,
                .. Enumerable.Range(0, 5).Select(i => Asked(i) with { Visibility = Visibility.Owner, OwnerId = _carl.Id }),
            ]);
        var ask = new { targetId = _kim.Id.ToString(), introducerId = _bent.Id.ToString() };

        foreach (var viewer in (Employee?[])[_anna, _carl, null])
        {
            Assert.StartsWith(
                """{"open":0,"recent":0,"asks":0""",
                await LoadAsync(viewer, _bent, viewer is null ? Roles.Administrator : Roles.Employee), StringComparison.Ordinal);
        }

        Assert.Equal("null", await LoadAsync(_anna, hidden));
        Assert.Equal("null", await LoadAsync(_anna, Some.Employee()));
        Assert.Equal("ASKED", (await server.DoAsync(_anna, "askIntroduction", ask))["state"]);
    }

    [Fact]
    public async Task A_load_can_be_asked_of_a_past_day()
    {
        await server.StoreAsync(
            _anna, _bent, _carl, _kim, Asked(50) with { State = IntroductionState.Made, MadeOn = Today.AddDays(-20) });

        Assert.StartsWith("""{"open":1,"recent":1""", await LoadAsync(_anna, _bent, day: 30), StringComparison.Ordinal);
        Assert.StartsWith("""{"open":0,"recent":1""", await LoadAsync(_anna, _bent), StringComparison.Ordinal);
        Assert.StartsWith("""{"open":0,"recent":0""", await LoadAsync(_anna, _bent, day: 60), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_listed_page_by_page_with_its_reason_and_a_next_step()
    {
        var (unanswered, fresh) = (Asked(7), Asked(6));
        var target = Asked(9) with
        {
            State = IntroductionState.Accepted,
            AnsweredOn = Today.AddDays(-8),
            TargetConsent = TargetConsent.Asked,
            TargetAskedOn = Today.AddDays(-8),
        };
        var promised = Asked(20) with { State = IntroductionState.Accepted, AnsweredOn = Today.AddDays(-15) };
        var made = Asked(50) with { State = IntroductionState.Made, MadeOn = Today.AddDays(-31) };
        var others = Asked(70) with { AskerId = _carl.Id, IntroducerId = _carl.Id };
        var hidden = Asked(70) with { Visibility = Visibility.Owner, OwnerId = _carl.Id };
        await server.StoreAsync(_anna, _bent, _carl, _kim, unanswered, fresh, target, promised, made, others, hidden);

        var first = await FollowUpAsync(_bent, "first: 3");
        var rest = await FollowUpAsync(
            _bent, $"first: 3, after: \"{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"");
        var last = await FollowUpAsync(_anna, "last: 1", danish: true);

        Assert.Equal(
            [$"{unanswered.Id} ASK_UNANSWERED 7 7", $"{target.Id} TARGET_UNANSWERED 8 7", $"{promised.Id} NOT_MADE 15 14"],
            Rows(first));
        Assert.Equal([$"{made.Id} NO_MEETING 31 30"], Rows(rest));
        Assert.Equal(Rows(rest), Rows(last));
        Assert.Equal((4, true), (
            first.GetProperty("totalCount").GetInt32(), first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        Assert.Equal(
            "Suggest a day to the target, or close it as lost with the reason.",
            rest.GetProperty("edges")[0].GetProperty("nextStep").GetString());
        Assert.Equal(
            "Foreslå målpersonen en dag, eller afslut den som tabt med grunden.",
            last.GetProperty("edges")[0].GetProperty("nextStep").GetString());
        Assert.Equal(
            [$"{others.Id} ASK_UNANSWERED 70 7"], Rows(await FollowUpAsync(_anna, $"of: \"{_carl.Id}\"", Roles.Sales)));
        Assert.Contains(
            $"{hidden.Id} ASK_UNANSWERED 70 7",
            Rows(await FollowUpAsync(_anna, "everyone: true, first: 200", Roles.Administrator)));
        Assert.DoesNotContain(
            Rows(await FollowUpAsync(_anna, "everyone: true, first: 200", Roles.Sales)),
            row => row.StartsWith(hidden.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_introductions_wait_is_for_them_and_for_sales()
    {
        await server.StoreAsync(_anna, _bent);

        Assert.Equal("FORBIDDEN", await RefusedAsync(_anna, $"of: \"{_bent.Id}\""));
        Assert.Equal("FORBIDDEN", await RefusedAsync(_anna, "everyone: true"));
        Assert.Equal("BAD_REQUEST", await RefusedAsync(_anna, $"everyone: true, of: \"{_bent.Id}\"", Roles.Sales));
        Assert.Equal("REQUIRED", await RefusedAsync(null, "first: 1", Roles.Sales));
        Assert.Equal("WRONG_KIND", await RefusedAsync(_anna, $"of: \"{_kim.Id}\"", Roles.Sales));
        Assert.Equal("MALFORMED", await RefusedAsync(_anna, "of: \"x\""));
        Assert.Equal("PAGE_TOO_LARGE", await RefusedAsync(_anna, "first: 201"));
        Assert.Equal("BAD_CURSOR", await RefusedAsync(_anna, "after: \"AAAA\""));

        async Task<string?> RefusedAsync(Employee? viewer, string arguments, Roles roles = Roles.Employee) =>
            (await server.AskAsync(viewer, roles, $"{{ introductionsToFollowUp({arguments}) {{ nodes {{ id }} }} }}")).Code;
    }

    [Fact]
    public async Task Those_who_asked_and_were_asked_have_their_lists_and_outcomes_lead_back()
    {
        var (one, outcome) = (Asked(1), Some.Outcome());
        await server.StoreAsync(_anna, _bent, _carl, _kim, one, outcome, Some.CameFrom(outcome, one));
        var answer = await server.AskAsync(_anna, Roles.Employee, $$"""
            { asked: introductions(filter: { askerId: { eq: "{{_anna.Id}}" }, state: { in: [ASKED] } })
                { nodes { id ledTo { nodes { ... on Outcome { id cameFrom { nodes { ... on Introduction { id } } } } } } } }
              mine: introductions(filter: { introducerId: { eq: "{{_bent.Id}}" } }) { totalCount }
              none: introductions(filter: { introducerId: { eq: "{{_carl.Id}}" } }) { totalCount } }
            """);

        Assert.Equal(
            """
            {"data":{"asked":{"nodes":[{"id":"ONE","ledTo":{"nodes":[{"id":"OUTCOME","cameFrom":{"nodes":[{"id":"ONE"}]}}]}}]},
            "mine":{"totalCount":1},"none":{"totalCount":0}}}
            """.ReplaceLineEndings(string.Empty),
            answer.Text.Replace(one.Id.ToString(), "ONE", StringComparison.Ordinal)
                .Replace(outcome.Id.ToString(), "OUTCOME", StringComparison.Ordinal));
    }

    private static string[] Rows(JsonElement list) => [.. list.GetProperty("edges").EnumerateArray().Select(edge =>
        $"{edge.GetProperty("node").GetProperty("id").GetString()} {edge.GetProperty("reason").GetString()} "
            + $"{edge.GetProperty("daysWaiting").GetInt32()} {edge.GetProperty("thresholdDays").GetInt32()}")];

    private async Task<JsonElement> FollowUpAsync(
        Employee viewer, string arguments, Roles roles = Roles.Employee, bool danish = false)
    {
        var answer = await server.AskAsync(viewer, roles, $$"""
            { introductionsToFollowUp({{arguments}}) { totalCount pageInfo { hasNextPage endCursor }
              edges { cursor node { id } reason daysWaiting thresholdDays nextStep } nodes { id } } }
            """, language: danish ? "da" : "en");
        return answer.Json.GetProperty("data").GetProperty("introductionsToFollowUp");
    }

    private async Task<string> LoadAsync(Employee? viewer, Employee person, Roles roles = Roles.Employee, int day = 0)
    {
        var asOf = Today.AddDays(-day).ToString("O");
        var answer = await server.AskAsync(viewer, roles, $$"""
            { introducerLoad(personId: "{{person.Id}}", asOf: "{{asOf}}") { open recent asks budget isOver loadFactor } }
            """);
        return answer.Json.GetProperty("data").GetProperty("introducerLoad").GetRawText();
    }

    private Introduction Asked(int daysAgo) => Some.Introduction(_anna.Id, _kim.Id) with
    {
        IntroducerId = _bent.Id,
        OwnerId = _anna.Id,
        State = IntroductionState.Asked,
        AskedOn = Today.AddDays(-daysAgo),
    };
}
