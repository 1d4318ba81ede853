using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Graph;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Paths;

public abstract class TieTests<TPlace> : IDisposable
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
    public async Task A_tie_tells_how_strong_it_is_where_it_goes_and_what_it_rests_on()
    {
        var kim = Some.Contact("Kim");
        await _graph.WithAsync(
            kim, Some.Knows(Anna, kim, .3),
            Contact(Anna, kim, 300, Channel.Email), Contact(kim, Anna, 200, Channel.Email, ContactDirection.Outgoing),
            Contact(Anna, kim, 10, Channel.Call));

        var answer = await _graph.AskAsync(OpenDoor.As(Anna), Query, new { kim = kim.Id.ToString() }, isDanish: true);

        var tie = answer.At("tieStrength");
        Assert.Equal(.3, answer.At("tieStrength.declared").GetDouble());
        var channels = answer.At("tieStrength.channels").EnumerateArray().ToList();
        Assert.Equal(["CALL", "EMAIL"], channels.Select(one => one.GetProperty("channel").GetString()));
        Assert.Equal((1, 1), (channels[1].GetProperty("outgoing").GetInt32(), channels[1].GetProperty("incoming").GetInt32()));
        var joined = channels.Aggregate(.3, (whole, one) => whole + (one.GetProperty("strength").GetDouble() * (1 - whole)));
        Assert.Equal(joined, answer.At("tieStrength.value").GetDouble(), 12);
        Assert.InRange(answer.At("tieStrength.trend").GetDouble(), 0.01, 1);
        Assert.Equal(3, answer.At("tieStrength.contacts").GetInt32());
        Assert.Equal("2 e-mails, 1 opkald siden 2025, senest den 6. januar 2026.", answer.At("tieStrength.why").GetString());
        Assert.Equal(
            """{"name":"tie-strength","version":"tie-strength/1","constants":"shipped","horizonDays":90}""",
            tie.GetProperty("formula").GetRawText());
    }

    [SkippableFact]
    public async Task Nothing_known_is_null_with_a_reason_and_a_hidden_person_is_as_none()
    {
        var (kim, hidden) = (Some.Contact("Kim"), Some.Contact("Skjult") with
        {
            Visibility = Visibility.Owner,
            OwnerId = _graph.Door.Carl.Id,
        });
        await _graph.WithAsync(kim, hidden);

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            """
            query ($kim: ID!, $hidden: ID!, $none: ID!) {
              kim: tieStrength(with: $kim) { value unknown band why }
              hidden: tieStrength(with: $hidden) { value } none: tieStrength(with: $none) { value } }
            """,
            new { kim = kim.Id.ToString(), hidden = hidden.Id.ToString(), none = Some.Contact().Id.ToString() });

        Assert.Equal(
            """{"value":null,"unknown":"NOTHING_KNOWN","band":null,"why":"Nothing is known of a tie."}""",
            answer.At("kim").GetRawText());
        Assert.Equal(("null", "null"), (answer.At("hidden").GetRawText(), answer.At("none").GetRawText()));
    }

    [SkippableFact]
    public async Task A_logged_call_counts_at_once_and_what_only_its_owner_sees_counts_for_nobody_else()
    {
        var kim = Some.Contact("Kim");
        await _graph.WithAsync(kim);
        var variables = new { anna = Anna.Id.ToString(), kim = kim.Id.ToString() };
        const string Read = "query ($anna: ID!, $kim: ID!) { tieStrength(of: $anna, with: $kim) { value contacts } }";
        const string Call = """
            mutation ($anna: ID!, $kim: ID!) { createInteraction(input: { fromId: $anna, toId: $kim,
              at: "2026-01-15T09:00:00Z", channel: CALL, VISIBILITY }) { interaction { id } errors { ... on Error { code } } } }
            """;

        await _graph.AskAsync(
            OpenDoor.As(Anna), Call.Replace("VISIBILITY", "visibility: OWNER", StringComparison.Ordinal), variables);
        var own = await _graph.AskAsync(OpenDoor.As(Anna), Read, variables);
        var others = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), Read, variables);
        await _graph.AskAsync(
            OpenDoor.As(Anna), Call.Replace(", VISIBILITY", string.Empty, StringComparison.Ordinal), variables);
        var both = await _graph.AskAsync(OpenDoor.As(Anna), Read, variables);
        var open = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), Read, variables);

        Assert.Equal(1, own.At("tieStrength.contacts").GetInt32());
        Assert.Equal("""{"value":null,"contacts":0}""", others.At("tieStrength").GetRawText());
        Assert.Equal(2, both.At("tieStrength.contacts").GetInt32());
        Assert.Equal(1, open.At("tieStrength.contacts").GetInt32());
        Assert.True(both.At("tieStrength.value").GetDouble() > open.At("tieStrength.value").GetDouble());
    }

    [SkippableFact]
    public async Task What_one_of_the_two_says_of_a_tie_stands_beside_its_strength_and_does_not_change_it()
    {
        var kim = Some.Contact("Kim");
        await _graph.WithAsync(kim, Contact(Anna, kim, 10, Channel.Call));
        var variables = new { anna = Anna.Id.ToString(), kim = kim.Id.ToString() };
        const string Read = "query ($anna: ID!, $kim: ID!) { tieStrength(of: $anna, with: $kim) { value corrected } }";
        const string Say = """
            mutation ($anna: ID!, $kim: ID!) { createKnows(input: { fromId: $anna, toId: $kim, correctedStrength: 0.95 }) {
              knows { correctedOn } errors { ... on Error { code } } } }
            """;

        var before = await _graph.AskAsync(OpenDoor.As(Anna), Read, variables);
        var said = await _graph.AskAsync(OpenDoor.As(Anna), Say, variables);
        var after = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), Read, variables);

        Assert.Equal("[]", said.At("createKnows.errors").GetRawText());
        Assert.Equal(JsonValueKind.Null, before.At("tieStrength.corrected").ValueKind);
        Assert.Equal(.95, after.At("tieStrength.corrected").GetDouble());
        Assert.InRange(before.At("tieStrength.value").GetDouble(), .01, .9);
        Assert.Equal(before.At("tieStrength.value").GetDouble(), after.At("tieStrength.value").GetDouble());
    }

    [SkippableFact]
    public async Task Meetings_attended_together_make_a_tie_but_not_a_reception()
    {
        var (kim, lone) = (Some.Contact("Kim"), Some.Contact("Lone"));
        var (board, reception) = (Some.Meeting(Days(20), "Bestyrelse"), Some.Meeting(Days(10), "Reception"));
        var crowd = Enumerable.Range(0, 40).Select(i => Some.Contact($"Gæst {i}")).ToList();
        await _graph.WithAsync(
            kim, lone, board, reception, Some.Attended(Anna, board), Some.Attended(kim, board),
            Some.Attended(lone, board) with { Role = AttendanceRole.Absent }, Some.Attended(Anna, reception));
        await _graph.Door.StoreAsync([.. crowd, .. crowd.Select(guest => Some.Attended(guest, reception))]);

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna), "{ strongestTies { totalCount nodes { with { name } why channels { form } } } }");

        Assert.Equal(
            """{"totalCount":1,"nodes":[{"with":{"name":"Kim"},"why":"1 event attended together on 27 December 2025.","""
            + """ "channels":[{"form":"EVENT"}]}]}""".TrimStart(),
            answer.At("strongestTies").GetRawText());
    }

    [SkippableFact]
    public async Task The_strongest_ties_page_by_page_by_company_and_segment_without_discreet_ones_of_others()
    {
        var (kim, lone, mia, nils) = (Some.Contact("Kim"), Some.Contact("Lone"), Some.Contact("Mia"), Some.Contact("Nils"));
        var firm = Some.Company("Nordlys") with { Region = "Nord" };
        var segment = Some.Segment("Nord") with { Regions = ["Nord"] };
        await _graph.WithAsync(
            kim, lone, mia, nils, firm, segment, Some.WorksAt(lone, firm), Some.WorksAt(mia, firm),
            Some.Knows(Anna, kim, .5), Some.Knows(Anna, lone, .25), Some.Knows(Anna, mia, .7), Some.Knows(Anna, nils, .9) with
            {
                Visibility = Visibility.Discreet,
                OwnerId = _graph.Door.Carl.Id,
            });
        const string List = """
            query ($of: ID, $after: String, $firm: ID, $segment: ID) {
              strongestTies(of: $of, first: 2, after: $after, worksAt: $firm, segment: $segment) {
                ending totalCount pageInfo { hasNextPage endCursor } nodes { with { name } value } } }
            """;
        var of = Anna.Id.ToString();

        var first = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), List, new { of });
        var after = first.At("strongestTies.pageInfo.endCursor").GetString();
        var second = await _graph.AskAsync(OpenDoor.As(_graph.Door.Bent), List, new { of, after });
        var there = await _graph.AskAsync(OpenDoor.As(Anna), List, new { firm = firm.Id.ToString() });
        var wanted = await _graph.AskAsync(OpenDoor.As(Anna), List, new { segment = segment.Id.ToString() });
        var own = await _graph.AskAsync(OpenDoor.As(Anna), List);
        var foreign = await _graph.AskAsync(OpenDoor.As(Anna), List, new { after });

        Assert.Equal((3, "Mia,Kim", true), Told(first));
        Assert.Equal((3, "Lone", false), Told(second));
        Assert.Equal((2, "Mia,Lone", false), Told(there));
        Assert.Equal((2, "Mia,Lone", false), Told(wanted));
        Assert.Equal((4, "Nils,Mia", true), Told(own));
        Assert.Empty(foreign.Errors);

        static (int, string, bool) Told(Graph.Answer answer) => (
            answer.At("strongestTies.totalCount").GetInt32(),
            string.Join(',', answer.At("strongestTies.nodes").EnumerateArray()
                .Select(one => one.GetProperty("with").GetProperty("name").GetString())),
            answer.At("strongestTies.pageInfo.hasNextPage").GetBoolean());
    }

    [SkippableFact]
    public async Task What_is_being_lost_comes_with_its_reason_and_the_next_step()
    {
        var (kim, lone) = (Some.Contact("Kim"), Some.Contact("Lone"));
        await _graph.WithAsync([
            kim, lone,
            .. Enumerable.Range(0, 20).Select(week => Contact(Anna, kim, 100 + (7 * week), Channel.Call)),
            .. Enumerable.Range(0, 40).Select(week => Contact(Anna, lone, 1 + (7 * week), Channel.Email)),
        ]);

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            "{ fadingTies { totalCount edges { loss reason step text node { with { name } value trend } } } }");

        var edge = answer.At("fadingTies.edges.0");
        Assert.Equal("Kim", answer.At("fadingTies.edges.0.node.with.name").GetString());
        Assert.Equal(("FELL", "CALL"), (edge.GetProperty("reason").GetString(), edge.GetProperty("step").GetString()));
        Assert.EndsWith(": call.", edge.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(answer.At("fadingTies.edges.0.node.trend").GetDouble() < -.05);
        Assert.True(edge.GetProperty("loss").GetDouble() >= -answer.At("fadingTies.edges.0.node.trend").GetDouble());
    }

    [SkippableTheory]
    [InlineData("tieStrength", "with: \"x\"", "MALFORMED", "with")]
    [InlineData("tieStrength", "with: $network", "WRONG_KIND", "with")]
    [InlineData("tieStrength", "with: $anna", "BAD_REQUEST", "with")]
    [InlineData("strongestTies", "of: $anna, anyEmployee: true", "BAD_REQUEST", "anyEmployee")]
    [InlineData("strongestTies", "minStrength: 1.5", "OUT_OF_RANGE", "minStrength")]
    [InlineData("strongestTies", "after: \"AAAA\"", "BAD_CURSOR", "after")]
    [InlineData("fadingTies", "first: 0", "PAGE_TOO_LARGE", "first")]
    [InlineData("strongestTies", "asOf: \"2026-01-17\"", "DAY_IN_FUTURE", "asOf")]
    [InlineData("fadingTies", "segment: $network", "WRONG_KIND", "segment")]
    [InlineData("fadingTies", "worksAt: $firm, segment: $segment", "BAD_REQUEST", "segment")]
    public async Task A_wrong_argument_is_one_clear_error(string field, string arguments, string code, string at)
    {
        var (network, firm, segment) = (Some.Network(), Some.Company(), Some.Segment());
        await _graph.WithAsync(network, firm, segment);
        var selection = field == "tieStrength" ? "value" : "ending";

        var answer = await _graph.AskAsync(
            OpenDoor.As(Anna),
            $$"""
            query ($network: ID!, $anna: ID!, $firm: ID!, $segment: ID!) { {{field}}({{arguments}}) { {{selection}} }
              nodes(ids: [$network, $anna, $firm, $segment]) { id } }
            """,
            new
            {
                network = network.Id.ToString(),
                anna = Anna.Id.ToString(),
                firm = firm.Id.ToString(),
                segment = segment.Id.ToString(),
            });

        var error = Assert.Single(answer.Errors);
        Assert.Equal((code, at, field), (error.Code, error.At, error.Path));
    }

    private const string Query = """
        query ($kim: ID!) { tieStrength(with: $kim) { value declared trend contacts why
          channels { channel strength outgoing incoming } formula { name version constants horizonDays } } }
        """;

    private static DateTimeOffset Days(int ago) => OpenDoor.Now.AddDays(-ago);

    private static Interaction Contact(
        Node from, Node to, int daysAgo, Channel channel, ContactDirection direction = ContactDirection.Outgoing) =>
        Some.Interaction(from, to, Days(daysAgo), channel) with { Direction = direction };
}
