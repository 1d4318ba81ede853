using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Introductions;

/// <summary>How introductions go, from the asking to the end.</summary>
public sealed class IntroductionStoryTests(IntroductionServer server) : IClassFixture<IntroductionServer>
{
    private static readonly string Today = IntroductionServer.Today.ToString("yyyy-MM-dd");

    private readonly Employee _anna = Some.Employee("Anna");
    private readonly Employee _bent = Some.Employee("Bent");
    private readonly Contact _kim = Some.Contact("Kim");

    [Fact]
    public async Task Asked_accepted_agreed_to_made_met_and_won_with_its_outcome()
    {
        var start = new DateTimeOffset(IntroductionServer.Today.AddDays(-1), new(9, 0), TimeSpan.Zero);
        var (meeting, outcome) = (Some.Meeting(start, "Kaffe"), Some.Outcome() with { OwnerId = _anna.Id });
        var lone = Some.Contact("Lone");
        await server.StoreAsync(
            _anna, _bent, _kim, lone, meeting, outcome, Some.Knows(_anna, _bent, .9), Some.Knows(_bent, lone, .9),
            Some.Knows(lone, _kim, .9));

        var people = await FreshPathAsync();
        var asked = await server.DoAsync(_anna, "askIntroduction", new
        {
            targetId = people[^1],
            introducerId = people[1],
            pathIds = people,
            note = "Et kvarter er nok.",
        });
        Assert.Equal(
            ("ASKED", Today, "Et kvarter er nok.", 1, 4),
            (asked["state"], asked["askedOn"], asked["note"], asked.Version, asked.Done.GetProperty("path").GetArrayLength()));
        Assert.Equal(["Anna", "Bent", "Kim", "Anna"], new[] { "asker", "introducer", "target", "owner" }.Select(person =>
            asked.Done.GetProperty(person).GetProperty("name").GetString()));

        var id = asked.Id;
        var accepted = await server.DoAsync(_bent, "acceptIntroduction", new { id, version = 1 });
        var waiting = await server.DoAsync(_bent, "recordTargetConsent", new { id, version = 2, consent = "ASKED" });
        var agreed = await server.DoAsync(_bent, "recordTargetConsent", new { id, version = 3, consent = "YES" });
        var made = await server.DoAsync(_bent, "makeIntroduction", new { id, version = 4 });
        var early = await server.DoAsync(
            _anna, "recordIntroductionMeeting", new { id, version = 5, meetingId = meeting.Id.ToString() });
        var met = await server.DoAsync(
            _anna, "recordIntroductionMeeting", new { id, version = 5, meetingId = meeting.Id.ToString(), on = Today });
        var won = await server.DoAsync(_anna, "closeIntroduction", new
        {
            id,
            version = 6,
            result = "WON",
            reason = "Fem nye sager.",
            outcomeId = outcome.Id.ToString(),
        });

        Assert.Equal(("ACCEPTED", Today), (accepted["state"], accepted["answeredOn"]));
        Assert.Equal(("ACCEPTED", "ASKED", Today), (waiting["state"], waiting["targetConsent"], waiting["targetAskedOn"]));
        Assert.Equal(("YES", Today), (agreed["targetConsent"], agreed["targetAnsweredOn"]));
        Assert.Equal(("MADE", Today), (made["state"], made["madeOn"]));
        Assert.Equal(["DAY_TOO_EARLY on"], early.Errors);
        Assert.Equal(("MEETING", Today), (met["state"], met["metOn"]));
        Assert.Equal("""{"topic":"Kaffe"}""", met.Done.GetProperty("meeting").GetRawText());
        Assert.Equal(("WON", Today, "Fem nye sager.", 7), (won["state"], won["endedOn"], won["reason"], won.Version));
        Assert.Equal(
            """{"nodes":[{"__typename":"Outcome","measure":"IDEAS"}]}""", won.Done.GetProperty("ledTo").GetRawText());
    }

    [Fact]
    public async Task A_meeting_named_without_a_day_gives_its_own()
    {
        var day = IntroductionServer.Today.AddDays(-2);
        var meeting = Some.Meeting(new DateTimeOffset(day, new(9, 0), TimeSpan.Zero));
        var made = Given(IntroductionState.Made) with { AskedOn = day.AddDays(-2), AnsweredOn = day.AddDays(-2), MadeOn = day };
        await server.StoreAsync(_anna, _bent, _kim, meeting, made);

        var met = await server.DoAsync(
            _anna, "recordIntroductionMeeting", new { id = made.Id.ToString(), version = 1, meetingId = meeting.Id.ToString() });

        Assert.Equal(day.ToString("yyyy-MM-dd"), met["metOn"]);
    }

    [Fact]
    public async Task Declined_with_a_reason_it_ends_and_the_introducer_stays_where_they_were()
    {
        await server.StoreAsync(_anna, _bent, _kim, Some.Knows(_anna, _bent, .8), Some.Knows(_bent, _kim, .8));
        const string Score = "{ introductionPaths(to: \"TO\") { paths { score load { open recent asks loadFactor } } } }";
        var question = Score.Replace("TO", _kim.Id.ToString(), StringComparison.Ordinal);
        var asked = await AskAsync();
        var before = await server.AskAsync(_anna, Roles.Employee, question);
        var silent = await server.DoAsync(_bent, "declineIntroduction", new { id = asked.Id, version = 1, reason = " " });
        var declined = await server.DoAsync(
            _bent, "declineIntroduction", new { id = asked.Id, version = 1, reason = "Kender hende for lidt." });
        var after = await server.AskAsync(_anna, Roles.Employee, question);
        var later = await server.DoAsync(_bent, "acceptIntroduction", new { id = asked.Id, version = 2 }, language: "da");

        Assert.Equal(["REQUIRED reason"], silent.Errors);
        Assert.Equal(
            ("DECLINED", "Kender hende for lidt.", Today, Today),
            (declined["state"], declined["reason"], declined["answeredOn"], declined["endedOn"]));
        Assert.Equal(
            before.Text.Replace("\"open\":1", "\"open\":0", StringComparison.Ordinal), after.Text);
        Assert.Equal(["INTRODUCTION_ENDED id"], later.Errors);
        Assert.Equal(
            ("StepError", "Introduktionen er afsluttet som DECLINED. Spørg på ny for at prøve igen."),
            (later.ErrorType, later.Message));
    }

    [Fact]
    public async Task What_the_target_has_refused_is_not_made_whoever_wants_it()
    {
        await server.StoreAsync(_anna, _bent, _kim);
        var id = (await AskAsync()).Id;
        await server.DoAsync(_bent, "acceptIntroduction", new { id, version = 1 });
        var open = await server.DoAsync(_bent, "makeIntroduction", new { id, version = 2 });
        var no = await server.DoAsync(_anna, "recordTargetConsent", new { id, version = 2, consent = "NO" });
        var forced = await server.DoAsync(
            null, "makeIntroduction", new { id, version = 3, withoutTargetConsent = true }, Roles.Administrator);
        var asking = await server.DoAsync(_bent, "recordTargetConsent", new { id, version = 3, consent = "ASKED" });
        var yes = await server.DoAsync(_bent, "recordTargetConsent", new { id, version = 3, consent = "YES" });
        var made = await server.DoAsync(_bent, "makeIntroduction", new { id, version = 4 });

        Assert.Equal(["TARGET_ANSWER_OPEN withoutTargetConsent"], open.Errors);
        Assert.Equal(("NO", Today), (no["targetConsent"], no["targetAnsweredOn"]));
        Assert.Equal(["TARGET_SAID_NO id"], forced.Errors);
        Assert.Equal(("StepError", 3), (forced.ErrorType, no.Version + 0));
        Assert.Equal(["STEP_NOT_ALLOWED id"], asking.Errors);
        Assert.Equal(("YES", "MADE"), (yes["targetConsent"], made["state"]));
    }

    [Fact]
    public async Task Without_the_targets_answer_it_is_made_where_that_is_said()
    {
        await server.StoreAsync(_anna, _bent, _kim);
        var id = (await AskAsync()).Id;
        await server.DoAsync(_bent, "acceptIntroduction", new { id, version = 1 });
        var made = await server.DoAsync(_bent, "makeIntroduction", new { id, version = 2, withoutTargetConsent = true });
        var lost = await server.DoAsync(
            _anna, "closeIntroduction", new { id, version = 3, result = "LOST", reason = "Svarede aldrig." });

        Assert.Equal(("MADE", (string?)null), (made["state"], made["targetConsent"]));
        Assert.Equal(("LOST", "Svarede aldrig.", Today), (lost["state"], lost["reason"], lost["endedOn"]));
    }

    [Fact]
    public async Task A_draft_is_written_asked_and_withdrawn()
    {
        await server.StoreAsync(_anna, _bent, _kim);
        var drafted = await server.AskAsync(_anna, Roles.Employee, $$"""
            mutation { createIntroduction(input: {
              askerId: "{{_anna.Id}}", introducerId: "{{_bent.Id}}", targetId: "{{_kim.Id}}" })
              { introduction { id state } errors { ... on Error { code } } } }
            """);
        var draft = drafted.Json.GetProperty("data").GetProperty("createIntroduction").GetProperty("introduction");
        var id = draft.GetProperty("id").GetString();
        var other = await server.DoAsync(_bent, "askDraftedIntroduction", new { id, version = 1 });
        var asked = await server.DoAsync(_anna, "askDraftedIntroduction", new { id, version = 1 });
        var withdrawn = await server.DoAsync(_anna, "withdrawIntroduction", new { id, version = 2 });

        Assert.Equal("DRAFTED", draft.GetProperty("state").GetString());
        Assert.Equal(["FORBIDDEN id"], other.Errors);
        Assert.Equal(("ASKED", Today), (asked["state"], asked["askedOn"]));
        Assert.Equal(
            ("WITHDRAWN", null, Today), (withdrawn["state"], withdrawn["reason"], withdrawn["endedOn"]));
    }

    /// <summary>The people on the path from Anna to Kim, whose introducer nobody has asked yet.</summary>
    private async Task<string[]> FreshPathAsync()
    {
        var found = await server.AskAsync(_anna, Roles.Employee, $$"""
            { introductionPaths(to: "{{_kim.Id}}", first: 1) { paths { start { id } hops { to { id } }
              load { open recent asks budget isOver loadFactor } } } }
            """);
        var path = found.Json.GetProperty("data").GetProperty("introductionPaths").GetProperty("paths")[0];
        string[] people =
        [
            path.GetProperty("start").GetProperty("id").GetString()!,
            .. path.GetProperty("hops").EnumerateArray().Select(hop => hop.GetProperty("to").GetProperty("id").GetString()!),
        ];
        Assert.Equal(
            """{"open":0,"recent":0,"asks":0,"budget":3,"isOver":false,"loadFactor":1}""", path.GetProperty("load").GetRawText());
        return people;
    }

    private Task<StepAnswer> AskAsync() => server.DoAsync(
        _anna, "askIntroduction", new { targetId = _kim.Id.ToString(), introducerId = _bent.Id.ToString() });

    private Introduction Given(IntroductionState state) => Some.Introduction(_anna.Id, _kim.Id) with
    {
        IntroducerId = _bent.Id,
        OwnerId = _anna.Id,
        State = state,
    };
}
