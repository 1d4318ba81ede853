using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Introductions;

/// <summary>What is refused changes nothing, tells nothing that is hidden, and says how to mend it.</summary>
public sealed class IntroductionRefusalTests(IntroductionServer server) : IClassFixture<IntroductionServer>
{
    private const string First = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    private readonly Employee _anna = Some.Employee("Anna");
    private readonly Employee _bent = Some.Employee("Bent");
    private readonly Employee _carl = Some.Employee("Carl");
    private readonly Contact _kim = Some.Contact("Kim");
    private readonly Contact _lone = Some.Contact("Lone");

    [Fact]
    public async Task Only_those_it_concerns_take_its_steps_each_the_own()
    {
        var asked = Asked();
        await StoreAsync(asked);
        var input = new { id = asked.Id.ToString(), version = 1 };
        var why = new { id = asked.Id.ToString(), version = 1, reason = "Nej." };

        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_carl, "acceptIntroduction", input)).Errors);
        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_carl, "makeIntroduction", input)).Errors);
        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_anna, "acceptIntroduction", input)).Errors);
        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_anna, "declineIntroduction", why)).Errors);
        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_bent, "withdrawIntroduction", input)).Errors);
        Assert.Equal(["FORBIDDEN id"], (await server.DoAsync(_carl, "acceptIntroduction", input, Roles.Strategy)).Errors);
        Assert.Equal("ForbiddenError", (await server.DoAsync(_carl, "acceptIntroduction", input)).ErrorType);
        Assert.Equal("ACCEPTED", (await server.DoAsync(_carl, "acceptIntroduction", input, Roles.Sales))["state"]);
    }

    [Fact]
    public async Task For_an_introducer_who_is_not_one_of_ours_the_asker_answers()
    {
        var asked = Asked() with { IntroducerId = _lone.Id };
        await StoreAsync(asked);

        var accepted = await server.DoAsync(_anna, "acceptIntroduction", new { id = asked.Id.ToString(), version = 1 });

        Assert.Equal("ACCEPTED", accepted["state"]);
    }

    [Theory]
    [InlineData("acceptIntroduction", "")]
    [InlineData("declineIntroduction", "reason")]
    [InlineData("withdrawIntroduction", "")]
    [InlineData("makeIntroduction", "")]
    [InlineData("recordIntroductionMeeting", "")]
    [InlineData("askDraftedIntroduction", "")]
    [InlineData("closeIntroduction", "result")]
    [InlineData("recordTargetConsent", "consent")]
    public async Task A_hidden_introduction_is_answered_like_none(string mutation, string more)
    {
        var hidden = Asked() with { Visibility = Visibility.Owner };
        await StoreAsync(hidden);
        Assert.Equal(
            await RefusedAsync(Some.Id(RecordKind.Introduction).ToString()), await RefusedAsync(hidden.Id.ToString()));

        async Task<string> RefusedAsync(string id)
        {
            var input = new Dictionary<string, object> { ["id"] = id, ["version"] = 7 };
            _ = more switch
            {
                "reason" => input["reason"] = "Nej.",
                "result" => input["result"] = "WON",
                "consent" => input["consent"] = "YES",
                _ => input,
            };

            // The introducer may act on what they see, and does not see this.
            var answer = await server.DoAsync(_bent, mutation, input);
            Assert.Equal(["NOT_FOUND id"], answer.Errors);
            return answer.Json.GetRawText();
        }
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        var asked = Asked();
        await StoreAsync(asked);
        var id = asked.Id.ToString();
        await server.DoAsync(_bent, "acceptIntroduction", new { id, version = 1 });

        var stale = await server.DoAsync(_bent, "declineIntroduction", new { id, version = 1, reason = "Nej." });
        var next = await server.DoAsync(_bent, "makeIntroduction", new { id, version = 2, withoutTargetConsent = true });

        Assert.Equal(["VERSION_CONFLICT version"], stale.Errors);
        Assert.Equal("VersionConflictError", stale.ErrorType);
        Assert.Equal(3, next.Version);
    }

    [Fact]
    public async Task A_step_sent_again_with_its_id_is_taken_once()
    {
        var (asked, outcome) = (Asked(), Some.Outcome() with { OwnerId = _anna.Id });
        await StoreAsync(asked, outcome);
        var id = asked.Id.ToString();
        var ask = new { targetId = _kim.Id.ToString(), introducerId = _lone.Id.ToString(), requestId = First };
        var accept = new { id, version = 1, requestId = First };

        var one = await server.DoAsync(_anna, "askIntroduction", ask);
        var again = await server.DoAsync(_anna, "askIntroduction", ask);
        var accepted = await server.DoAsync(_bent, "acceptIntroduction", accept);
        var twice = await server.DoAsync(_bent, "acceptIntroduction", accept);
        var without = await server.DoAsync(_bent, "acceptIntroduction", new { id, version = 1 });
        await server.DoAsync(_bent, "makeIntroduction", new { id, version = 2, withoutTargetConsent = true });
        var close = new
        {
            id,
            version = 3,
            result = "LOST",
            reason = "Nej.",
            outcomeId = outcome.Id.ToString(),
            requestId = "00000000-0000-4000-8000-000000000001",
        };
        var closed = await server.DoAsync(_anna, "closeIntroduction", close);
        var closedAgain = await server.DoAsync(_anna, "closeIntroduction", close);

        Assert.Equal(one.Done.GetRawText(), again.Done.GetRawText());
        Assert.Equal(accepted.Done.GetRawText(), twice.Done.GetRawText());
        Assert.Equal(["VERSION_CONFLICT version"], without.Errors);
        Assert.Equal(closed.Done.GetRawText(), closedAgain.Done.GetRawText());
        Assert.Equal(1, closed.Done.GetProperty("ledTo").GetProperty("nodes").GetArrayLength());
        Assert.Equal(["MALFORMED requestId"], (await server.DoAsync(
            _bent, "acceptIntroduction", new { id, version = 1, requestId = "1" })).Errors);
    }

    [Fact]
    public async Task Bad_people_and_paths_are_one_clear_error_each()
    {
        await StoreAsync();
        var hidden = Some.Contact("Ukendt") with { Visibility = Visibility.Owner, OwnerId = _carl.Id };
        await server.StoreAsync(hidden);
        var (anna, bent, carl, kim, lone) = (Of(_anna), Of(_bent), Of(_carl), Of(_kim), Of(_lone));

        Assert.Equal(["NOT_FOUND targetId"], await AskAsync(Of(Some.Contact()), bent));
        Assert.Equal(["NOT_FOUND targetId"], await AskAsync(Of(hidden), bent));
        Assert.Equal(["NOT_FOUND introducerId"], await AskAsync(kim, Of(Some.Employee())));
        Assert.Equal(["SAME_PERSON targetId"], await AskAsync(kim, kim));
        Assert.Equal(["SAME_PERSON targetId"], await AskAsync(anna, bent));
        Assert.Equal(["SAME_PERSON introducerId"], await AskAsync(kim, anna));
        Assert.Equal(["WRONG_KIND introducerId"], await AskAsync(kim, Of(Some.Network())));
        Assert.Equal(["MALFORMED targetId"], await AskAsync("x", bent));
        Assert.Equal(["PATH_DOES_NOT_FIT pathIds.0"], await AskAsync(kim, bent, carl, bent, kim));
        Assert.Equal(["PATH_DOES_NOT_FIT pathIds.1"], await AskAsync(kim, bent, anna, lone, kim));
        Assert.Equal(["PATH_DOES_NOT_FIT pathIds.2"], await AskAsync(kim, bent, anna, bent, lone));
        Assert.Equal(["PATH_DOES_NOT_FIT pathIds"], await AskAsync(kim, bent, anna, bent));
        Assert.Equal(["PATH_DOES_NOT_FIT pathIds"], await AskAsync(kim, bent, anna, bent, lone, bent, kim));
        Assert.Equal(["NOT_FOUND pathIds.2"], await AskAsync(kim, bent, anna, bent, Of(hidden), kim));
        Assert.Equal(["WRONG_KIND pathIds.2"], await AskAsync(kim, bent, anna, bent, Of(Some.Company()), kim));
        Assert.Equal(
            ["PATH_DOES_NOT_FIT pathIds"], await AskAsync(kim, bent, [anna, bent, .. Enumerable.Repeat(lone, 60), kim]));

        async Task<IReadOnlyList<string>> AskAsync(string targetId, string introducerId, params string[] pathIds) =>
            (await server.DoAsync(_anna, "askIntroduction", new { targetId, introducerId, pathIds })).Errors;
    }

    [Fact]
    public async Task Who_asks_is_the_viewer_and_another_only_for_sales_and_administrators()
    {
        await StoreAsync();
        var mine = new { targetId = Of(_kim), introducerId = Of(_lone) };
        var annas = new { targetId = Of(_kim), introducerId = Of(_lone), askerId = Of(_anna), visibility = "TEAM" };

        Assert.Equal(["FORBIDDEN askerId"], (await server.DoAsync(_carl, "askIntroduction", annas)).Errors);
        Assert.Equal(["REQUIRED askerId"], (await server.DoAsync(null, "askIntroduction", mine, Roles.Sales)).Errors);
        Assert.Equal(["FORBIDDEN visibility"], (await server.DoAsync(_carl, "askIntroduction", annas, Roles.Sales)).Errors);
        var asked = await server.DoAsync(null, "askIntroduction", annas, Roles.Administrator);
        Assert.Equal(
            ("TEAM", """{"name":"Anna"}""", """{"name":"Anna"}"""),
            (asked["visibility"], asked.Done.GetProperty("asker").GetRawText(), asked.Done.GetProperty("owner").GetRawText()));
    }

    [Fact]
    public async Task A_meeting_or_outcome_that_is_not_there_or_not_the_viewers_to_credit_is_refused_whole()
    {
        var (mine, other) = (Some.Outcome() with { OwnerId = _anna.Id }, Some.Outcome() with { OwnerId = _carl.Id });
        var made = Asked() with
        {
            State = IntroductionState.Made,
            AnsweredOn = IntroductionServer.Today,
            MadeOn = IntroductionServer.Today,
        };
        await StoreAsync(mine, other, made, Some.CameFrom(mine, made));
        var id = made.Id.ToString();

        Assert.Equal(["NOT_FOUND meetingId"], (await server.DoAsync(_anna, "recordIntroductionMeeting", new
        {
            id,
            version = 1,
            meetingId = Of(Some.Meeting()),
        })).Errors);
        Assert.Equal(["NOT_FOUND meetingId"], (await server.DoAsync(_anna, "recordIntroductionMeeting", new
        {
            id,
            version = 1,
            meetingId = Of(Some.Meeting()),
            on = IntroductionServer.Today.ToString("O"),
        })).Errors);
        Assert.Equal(["NOT_FOUND outcomeId"], await CloseAsync(Of(Some.Outcome())));
        Assert.Equal(["FORBIDDEN outcomeId"], await CloseAsync(Of(other)));
        Assert.Equal(["ALREADY_LINKED outcomeId"], await CloseAsync(Of(mine)));
        Assert.Equal(["WRONG_KIND outcomeId"], await CloseAsync(Of(_kim)));
        Assert.Equal("LOST", (await server.DoAsync(
            _anna, "closeIntroduction", new { id, version = 1, result = "LOST", reason = "Nej." }))["state"]);

        async Task<IReadOnlyList<string>> CloseAsync(string outcomeId) => (await server.DoAsync(
            _anna, "closeIntroduction", new { id, version = 1, result = "LOST", reason = "Nej.", outcomeId })).Errors;
    }

    [Fact]
    public async Task What_steps_set_is_not_set_past_them_and_what_was_asked_stays()
    {
        var asked = Asked();
        await StoreAsync(asked);
        const string Selection = "{ introduction { state } errors { __typename ... on Error { code path } } }";
        var people = $"askerId: \"{_anna.Id}\", introducerId: \"{_bent.Id}\", targetId: \"{_kim.Id}\"";
        var at = $"id: \"{asked.Id}\", version: 1";

        Assert.Equal("SET_BY_STEPS state", await ErrorAsync($"createIntroduction(input: {{ {people}, state: WON }})"));
        Assert.Equal("SET_BY_STEPS state", await ErrorAsync($"updateIntroduction(input: {{ {at}, state: WON }})"));
        Assert.Equal("SET_BY_STEPS madeOn", await ErrorAsync($"updateIntroduction(input: {{ {at}, madeOn: \"2026-01-01\" }})"));
        Assert.Equal(
            "INTRODUCTION_ASKED introducerId", await ErrorAsync($"updateIntroduction(input: {{ {at}, introducerId: null }})"));
        Assert.Equal("INTRODUCTION_ASKED note", await ErrorAsync($"updateIntroduction(input: {{ {at}, note: \"Nej\" }})"));
        Assert.Equal("INTRODUCTION_ASKED id", await ErrorAsync($"deleteIntroduction(input: {{ {at} }})"));
        Assert.Equal(
            "PERIOD_REVERSED madeOn",
            await ErrorAsync($"updateIntroduction(input: {{ {at}, madeOn: \"2001-01-01\" }})", Roles.Administrator));
        Assert.Equal("", await ErrorAsync($"updateIntroduction(input: {{ {at}, state: WON }})", Roles.Administrator));

        async Task<string> ErrorAsync(string mutation, Roles roles = Roles.Employee)
        {
            var selection = mutation.StartsWith("delete", StringComparison.Ordinal)
                ? Selection.Replace("introduction { state } ", string.Empty, StringComparison.Ordinal)
                : Selection;
            var answer = await server.AskAsync(_anna, roles, $"mutation {{ done: {mutation} {selection} }}");
            var errors = answer.Json.GetProperty("data").GetProperty("done").GetProperty("errors").EnumerateArray().ToList();
            return string.Join(", ", errors.Select(error =>
                $"{error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray())}"));
        }
    }

    private static string Of(Record record) => record.Id.ToString();

    private Task StoreAsync(params Record[] more) => server.StoreAsync([_anna, _bent, _carl, _kim, _lone, .. more]);

    private Introduction Asked() => Some.Introduction(_anna.Id, _kim.Id) with
    {
        IntroducerId = _bent.Id,
        OwnerId = _anna.Id,
        State = IntroductionState.Asked,
        AskedOn = IntroductionServer.Today.AddDays(-3),
    };
}
