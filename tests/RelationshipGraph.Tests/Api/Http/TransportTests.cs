using System.Net;
using System.Text;

namespace RelationshipGraph.Tests.Api.Http;

/// <summary>GraphQL over HTTP beyond what the audit of graphql-http asks.</summary>
public sealed class TransportTests : IClassFixture<TransportTests.Probe>
{
    private const string Response = "application/graphql-response+json";
    private readonly HttpClient _client;

    public TransportTests(Probe probe) => _client = probe.Client;

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"query":"{hello}"},{"query":"{hello}"}]""")]
    public async Task A_list_of_operations_is_refused(string body)
    {
        var answer = await _client.PostBodyAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BATCH_REFUSED", answer.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"{hello}\"")]
    [InlineData("{}")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":"{hello}","operationName":7}""")]
    [InlineData("""{"query":"{hello}","variables":[]}""")]
    [InlineData("""{"query":"{hello}","variables":"{}"}""")]
    [InlineData("""{"query":"{hello}","extensions":7}""")]
    [InlineData("""{"query":"{hello}","query":"{item{name}}"}""")]
    [InlineData("""{"query":"{hello}"} {}""")]
    [InlineData("""{"query":"\ud800"}""")]
    public async Task A_body_that_is_no_request_is_refused(string body)
    {
        var answer = await _client.PostBodyAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Fact]
    public async Task A_body_that_nests_too_deep_is_refused()
    {
        var variables = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));

        var answer = await _client.PostBodyAsync($$"""{"query":"{hello}","variables":{"a":{{variables}} } }""");

        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_refused()
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"query":"{hello} # æ"}"""));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        var answer = await _client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content });

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/graphql-response+json")]
    [InlineData("")]
    public async Task A_body_that_is_not_JSON_by_its_header_is_refused(string contentType)
    {
        var answer = await _client.PostBodyAsync("""{"query":"{hello}"}""", contentType);

        Assert.Equal(415, answer.Status);
        Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.Code);
    }

    [Fact]
    public async Task A_packed_body_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("x") };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(415, (await _client.AnswerAsync(request)).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_refused_with_those_there_are(string method)
    {
        var answer = await _client.AnswerAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, POST", string.Join(", ", answer.Response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/xml, text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json;q=0")]
    public async Task An_answer_in_another_form_is_refused(string accept)
    {
        var answer = await _client.AskAsync("{hello}", accept: accept);

        Assert.Equal(406, answer.Status);
        Assert.Equal("NOT_ACCEPTABLE", answer.Code);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData(Response, Response)]
    [InlineData("application/json, " + Response, "application/json")]
    [InlineData(Response + ", application/json;q=0.9", Response)]
    [InlineData("application/json;q=0.5, " + Response + ";q=0.9", Response)]
    [InlineData("application/json;q=0, */*", Response)]
    [InlineData("text/html, " + Response, Response)]
    [InlineData(Response + "; charset=utf-8", Response)]
    public async Task The_form_is_the_one_that_the_caller_likes_best(string? accept, string expected)
    {
        var answer = await _client.AskAsync("{hello}", accept: accept);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", answer.Response.Content.Headers.ContentType?.CharSet);
        Assert.Equal("world", answer.Json.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("{hello", "QUERY_SYNTAX")]
    [InlineData("", "UNKNOWN_OPERATION")]
    [InlineData("{unknown}", "QUERY_INVALID")]
    [InlineData("{hello{name}}", "QUERY_INVALID")]
    [InlineData("query a{hello} query b{hello}", "UNKNOWN_OPERATION")]
    [InlineData("query($n: Int!){echo(number: $n)}", "BAD_VARIABLES")]
    [InlineData("fragment f on Item{name}", "UNKNOWN_OPERATION")]
    public async Task A_refused_document_has_a_code_and_shows_in_the_status_of_the_new_type_only(string query, string code)
    {
        var older = await _client.AskAsync(query, accept: "application/json");
        var newer = await _client.AskAsync(query, accept: Response);

        Assert.Equal((200, code), (older.Status, older.Code));
        Assert.Equal((400, code), (newer.Status, newer.Code));
        Assert.False(newer.Json.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("\"one\"")]
    [InlineData("99999999999999999999999999")]
    [InlineData("1.5")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_wrong_variable_is_named(string value)
    {
        var answer = await _client.PostBodyAsync(
            $$"""{"query":"query($n: Int!){echo(number: $n)}","variables":{"n":{{value}} } }""");

        Assert.Equal("BAD_VARIABLES", answer.Code);
        Assert.Contains("$n", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_syntax_error_has_its_place()
    {
        var answer = await _client.AskAsync("{\n  hello(\n}");

        Assert.Equal(3, answer.Error.GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task The_operation_is_chosen_by_name()
    {
        var answer = await _client.PostBodyAsync(
            """{"query":"query a{hello} query b{item{name}}","operationName":"b","extensions":{"x":1}}""");

        Assert.Equal("item", answer.Json.GetProperty("data").GetProperty("item").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Text_is_not_escaped_more_than_JSON_asks()
    {
        var answer = await _client.AskAsync("{echo(number: 1)}");

        Assert.Equal("""{"data":{"echo":"'1'"}}""", answer.Text);
    }

    [Fact]
    public async Task GET_asks_with_variables()
    {
        var query = Uri.EscapeDataString("query q($n: Int!){echo(number: $n)}");

        var answer = await _client.GetAsync(
            $"/graphql?query={query}&operationName=q&variables={Uri.EscapeDataString("""{"n":3}""")}", accept: Response);

        Assert.Equal("'3'", answer.Json.GetProperty("data").GetProperty("echo").GetString());
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query={hello}&query={hello}")]
    [InlineData("/graphql?query={hello}&variables=[1]")]
    [InlineData("/graphql?query={hello}&variables={")]
    [InlineData("/graphql?query={hello}&variables=%22a%22")]
    [InlineData("/graphql?query={hello}&extensions=7")]
    public async Task A_GET_that_is_no_request_is_refused(string path)
    {
        var answer = await _client.GetAsync(path, accept: Response);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Theory]
    [InlineData(Response)]
    [InlineData("application/json")]
    public async Task GET_changes_nothing_even_when_the_document_is_remembered(string accept)
    {
        const string Query = "mutation change { count }";
        var before = await _client.AskAsync(Query);

        var refused = await _client.GetAsync("/graphql?query=" + Uri.EscapeDataString(Query), accept);

        Assert.Equal(405, refused.Status);
        Assert.Equal("METHOD_NOT_ALLOWED", refused.Code);
        Assert.Equal("POST", string.Join(", ", refused.Response.Content.Headers.Allow));
        var after = await _client.AskAsync(Query);
        Assert.Equal(Count(before) + 1, Count(after));
    }

    [Fact]
    public async Task A_remembered_document_is_answered_with_its_own_variables()
    {
        const string Query = "query q($n: Int!){echo(number: $n)}";
        foreach (var number in new[] { 1, 2, 1 })
        {
            var answer = await _client.AskAsync(Query, new { n = number });
            Assert.Equal($"'{number}'", answer.Json.GetProperty("data").GetProperty("echo").GetString());
        }

        Assert.Equal("BAD_VARIABLES", (await _client.AskAsync(Query, new { n = "x" })).Code);
    }

    [Fact]
    public async Task Another_address_is_not_there()
    {
        var answer = await _client.GetAsync("/somewhere", accept: null);

        Assert.Equal(HttpStatusCode.NotFound, answer.Response.StatusCode);
        Assert.Equal("NOT_FOUND", answer.Code);
    }

    private static int Count(Answer answer) => answer.Json.GetProperty("data").GetProperty("count").GetInt32();

    public sealed class Probe : IDisposable
    {
        private readonly ApiServer _server = ProbeSchema.Serve();

        public Probe() => Client = _server.SignedIn();

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _server.Dispose();
        }
    }
}
