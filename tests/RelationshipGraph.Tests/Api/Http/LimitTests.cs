using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace RelationshipGraph.Tests.Api.Http;

/// <summary>Every limit is met with its own error, and just below it all is well.</summary>
public sealed class LimitTests : IClassFixture<LimitTests.Probe>
{
    private readonly HttpClient _client;

    public LimitTests(Probe probe) => _client = probe.Client;

    [Theory]
    [InlineData(2_048, 200)]
    [InlineData(2_049, 413)]
    public async Task A_body_has_a_size(int bytes, int status)
    {
        var answer = await _client.PostBodyAsync(BodyOf(bytes));

        AssertLimit(answer, status, "BODY_TOO_LARGE", "2048");
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_size_is_counted_as_it_comes()
    {
        var content = new StreamContent(new Unsized(Encoding.UTF8.GetBytes(BodyOf(50_000))));
        content.Headers.ContentType = new("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        AssertLimit(await _client.AnswerAsync(request), 413, "BODY_TOO_LARGE", "2048");
    }

    [Theory]
    [InlineData(98, 200)]
    [InlineData(99, 400)]
    public async Task A_document_has_so_many_tokens(int fields, int status)
    {
        var query = "{" + string.Concat(Enumerable.Repeat("hello ", fields)) + "}";

        AssertLimit(await AskAsync(query), status, "QUERY_TOO_LONG", "100");
    }

    [Theory]
    [InlineData(5, 200)]
    [InlineData(6, 400)]
    public async Task A_document_has_so_many_aliases(int aliases, int status)
    {
        var query = "{" + string.Concat(Enumerable.Range(0, aliases - 2).Select(i => $"a{i}:hello "))
            + "item{x:name ... on Item{y:name}}}";

        AssertLimit(await AskAsync(query), status, "QUERY_TOO_MANY_ALIASES", "5");
    }

    [Theory]
    [InlineData(5, 200)]
    [InlineData(6, 400)]
    public async Task A_document_has_a_depth(int depth, int status) =>
        AssertLimit(await AskAsync($"{{item{Nested(depth - 1)}}}"), status, "QUERY_TOO_DEEP", "5");

    [Fact]
    public async Task Depth_is_counted_through_fragments() =>
        AssertLimit(
            await AskAsync("{item{...a}} fragment a on Item{items{...b}} fragment b on Item{item{item{item{name}}}}"),
            400, "QUERY_TOO_DEEP", "5");

    [Fact]
    public async Task A_document_too_deep_to_parse_is_refused_the_same_way()
    {
        using var server = ProbeSchema.Serve(("Requests:DepthMax", "5"));
        using var client = server.SignedIn();

        AssertLimit(await client.AskAsync($"{{item{Nested(3_000)}}}", accept: Response), 400, "QUERY_TOO_DEEP", "5");
    }

    [Theory]
    [InlineData("first: 199", 200)]
    [InlineData("last: 199", 200)]
    [InlineData("first: 200", 400)]
    [InlineData("last: 5000", 400)]
    public async Task A_page_costs_its_rows(string page, int status) =>
        AssertLimit(await AskAsync($"{{items({page}){{nodes{{__typename name}}}}}}"), status, "QUERY_TOO_COSTLY", "600");

    [Fact]
    public async Task A_page_without_a_number_costs_the_default() =>
        AssertLimit(
            await AskAsync("{items{nodes{items{name name name name name name name name}}}}"), 400, "QUERY_TOO_COSTLY", "600");

    [Theory]
    [InlineData(599, 200)]
    [InlineData(600, 400)]
    public async Task Ids_cost_one_each(int ids, int status)
    {
        var answer = await AskAsync("query($ids: [ID]){nodes(ids: $ids){name}}", new { ids = Enumerable.Repeat(1, ids) });

        AssertLimit(answer, status, "QUERY_TOO_COSTLY", "600");
    }

    [Fact]
    public async Task A_small_page_does_not_open_the_door_for_a_large_one()
    {
        const string Query = "query($n: Int = 5000){items(first: $n){nodes{name}}}";

        AssertLimit(await AskAsync(Query, new { n = 1 }), 200, "", "");
        AssertLimit(await AskAsync(Query, new { n = 1 }), 200, "", "");
        AssertLimit(await AskAsync(Query, new { n = 5_000 }), 400, "QUERY_TOO_COSTLY", "600");
        AssertLimit(await AskAsync(Query), 400, "QUERY_TOO_COSTLY", "600");
    }

    [Fact]
    public async Task Fragments_that_double_each_other_are_refused_before_they_cost_anything()
    {
        using var server = ProbeSchema.Serve(("Requests:DepthMax", "100"));
        using var client = server.SignedIn();
        var fragments = Enumerable.Range(0, 60).Select(i =>
            $"fragment f{i} on Item{{a:items{{...f{i + 1}}} b:items{{...f{i + 1}}}}}");
        var query = $"{{item{{...f0}}}} {string.Join(' ', fragments)} fragment f60 on Item{{name}}";
        await client.AskAsync("{hello}");
        var begun = Stopwatch.GetTimestamp();

        var answer = await client.AskAsync(query, accept: Response);

        Assert.Equal("QUERY_TOO_COSTLY", answer.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 30);
    }

    [Theory]
    [InlineData("{item{...a}} fragment a on Item{items{...a}}")]
    [InlineData("{item{...a}} fragment a on Item{...b} fragment b on Item{...a}")]
    public async Task Fragments_inside_themselves_are_refused(string query) =>
        Assert.Equal("QUERY_INVALID", (await AskAsync(query)).Code);

    [Fact]
    public async Task A_long_chain_of_fragments_is_refused()
    {
        using var server = ProbeSchema.Serve();
        using var client = server.SignedIn();
        var chain = Enumerable.Range(0, 1_000).Select(i => $"fragment f{i} on Item{{...f{i + 1}}}");

        var answer = await client.AskAsync($"{{item{{...f0}}}} {string.Join(' ', chain)} fragment f1000 on Item{{name}}");

        Assert.Equal("QUERY_TOO_DEEP", answer.Code);
    }

    [Fact]
    public async Task The_usual_introspection_passes_the_default_limits()
    {
        using var server = ProbeSchema.Serve();
        using var client = server.SignedIn();

        var answer = await client.AskAsync(Introspection.Query);

        Assert.Equal("Query", answer.Json.GetProperty("data").GetProperty("__schema").GetProperty("queryType")
            .GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_operation_has_its_time()
    {
        using var server = ProbeSchema.Serve(("Requests:SecondsMax", "1"));
        using var client = server.SignedIn();

        var newer = await client.AskAsync("{slow}", accept: Response);
        var older = await client.AskAsync("{slow}", accept: "application/json");

        Assert.Equal((503, "DEADLINE"), (newer.Status, newer.Code));
        Assert.Equal((200, "DEADLINE"), (older.Status, older.Code));
    }

    [Fact]
    public async Task An_operation_ends_when_its_caller_goes()
    {
        using var server = ProbeSchema.Serve();
        using var client = server.SignedIn();
        using var patience = new CancellationTokenSource();
        var body = new StringContent("""{"query":"{slow}"}""", Encoding.UTF8, "application/json");

        var asking = client.PostAsync("/graphql", body, patience.Token);
        await ((ProbeSchema)server.Services.GetRequiredService<ISchema>()).SlowBegun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        await WaitForAsync(() => server.Log.Text.Contains("\"Status\":499", StringComparison.Ordinal));
        Assert.Equal(200, (await client.AskAsync("{hello}")).Status);
        Assert.DoesNotContain("\"@l\":\"Error\"", server.Log.Text, StringComparison.Ordinal);
    }

    private const string Response = "application/graphql-response+json";

    private Task<Answer> AskAsync(string query, object? variables = null) =>
        _client.AskAsync(query, variables, accept: Response);

    private static void AssertLimit(Answer answer, int status, string code, string max)
    {
        Assert.True(status == answer.Status, answer.Text);
        if (status != 200)
        {
            Assert.Equal(code, answer.Code);
            Assert.Contains(max, answer.Message, StringComparison.Ordinal);
            Assert.Equal(max, answer.Error.GetProperty("extensions").GetProperty("arguments").GetProperty("max").GetString());
        }
    }

    private static string BodyOf(int bytes)
    {
        var empty = JsonSerializer.Serialize(new { query = "{hello}", extensions = new { x = "" } });
        return empty.Replace("\"\"", $"\"{new string('x', bytes - empty.Length)}\"", StringComparison.Ordinal);
    }

    /// <summary>A selection of so many levels.</summary>
    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{item", levels - 1)) + "{name}" + new string('}', levels - 1);

    private static async Task WaitForAsync(Func<bool> holds)
    {
        for (var i = 0; i < 100 && !holds(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(holds());
    }

    /// <summary>A stream that does not know its length.</summary>
    private sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    public sealed class Probe : IDisposable
    {
        private readonly ApiServer _server = ProbeSchema.Serve(
            ("Requests:BodyBytesMax", 2_048.ToString(CultureInfo.InvariantCulture)),
            ("Requests:TokensMax", "100"),
            ("Requests:AliasesMax", "5"),
            ("Requests:DepthMax", "5"),
            ("Requests:CostMax", "600"));

        public Probe() => Client = _server.SignedIn();

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _server.Dispose();
        }
    }
}
