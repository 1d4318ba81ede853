namespace RelationshipGraph.Tests.Api.Http;

/// <summary>What a caller, and the log, learn of a failure: a code, a sentence, a trace id, and nothing that anybody
/// wrote.</summary>
public sealed class MaskTests : IClassFixture<ProbeServer>, IDisposable
{
    private readonly ApiServer _server;
    private readonly HttpClient _client;

    public MaskTests(ProbeServer probe)
    {
        _server = probe.In("Production");
        _client = _server.SignedIn();
    }

    public void Dispose()
    {
        _client.Dispose();
    }

    [Fact]
    public async Task An_unexpected_failure_becomes_a_code_and_a_trace_id()
    {
        var answer = await _client.AskAsync("{hello broken}");

        Assert.Equal(200, answer.Status);
        Assert.Equal("INTERNAL", answer.Code);
        Assert.Equal("world", answer.Json.GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal("broken", answer.Error.GetProperty("path")[0].GetString());
        var traceId = answer.Error.GetProperty("extensions").GetProperty("traceId").GetString();
        Assert.Contains($"\"TraceId\":\"{traceId}\"", _server.Log.Text, StringComparison.Ordinal);
        AssertNothingLeaks(answer);
    }

    [Theory]
    [InlineData("en", "Another writer is at work. Try again.")]
    [InlineData("da", "En anden skriver er i gang. Prøv igen.")]
    public async Task A_failure_of_the_store_keeps_its_code(string language, string sentence)
    {
        var answer = await _client.AskAsync("{busy}", language: language);

        Assert.Equal("STORE_BUSY", answer.Code);
        Assert.Equal(sentence, answer.Message);
        AssertNothingLeaks(answer);
    }

    [Fact]
    public async Task A_wrong_request_is_told_and_not_logged_as_a_failure()
    {
        var answer = await _client.AskAsync("{asked}");

        Assert.Equal("BAD_CURSOR", answer.Code);
        Assert.Equal("after", answer.Error.GetProperty("extensions").GetProperty("at").GetString());
        Assert.DoesNotContain("BAD_CURSOR", _server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_problem_is_said_in_the_language_of_the_caller()
    {
        var answer = await _client.AskAsync("{reported}", language: "da");

        Assert.Equal("FORBIDDEN", answer.Code);
        Assert.Equal("Dine roller tillader ikke dette.", answer.Message);
    }

    [Theory]
    [InlineData("da", true)]
    [InlineData("da-DK, en;q=0.9", true)]
    [InlineData("en, da", false)]
    [InlineData("en;q=0.3, da;q=0.4", true)]
    [InlineData("fr, da;q=0.1", true)]
    [InlineData("fr", false)]
    [InlineData("da;q=0", false)]
    [InlineData("dag", false)]
    [InlineData("nonsense;;;", false)]
    [InlineData("", false)]
    public async Task The_language_is_the_one_liked_best_of_two(string language, bool isDanish)
    {
        var answer = await _client.AskAsync("{reported}", language: language);

        Assert.Equal(isDanish ? "Dine roller tillader ikke dette." : "Your roles do not allow this.", answer.Message);
    }

    [Fact]
    public async Task The_log_holds_no_query_no_variable_no_token_and_no_address()
    {
        const string Name = "Zacharias";
        await _client.AskAsync($"query {Name}($n: Int!) {{ {Name}: echo(number: $n) }} # {Name}", new { n = 77_665_544 });
        await _client.GetAsync($"/graphql?query={Uri.EscapeDataString($"{{ {Name}: broken }}")}", accept: null);
        await _client.GetAsync($"/{Name}?{Name}={Name}", accept: null);
        await _client.AnswerAsync(new HttpRequestMessage(new HttpMethod(Name.ToUpperInvariant()), "/graphql"));

        Assert.Contains("\"Route\":\"/graphql\"", _server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, _server.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("77665544", _server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", _server.Log.Text, StringComparison.Ordinal);
        Assert.All(_server.Log.All.Where(line => line.Contains("answered", StringComparison.Ordinal)),
            line => Assert.Contains("\"@tr\":", line, StringComparison.Ordinal));
    }

    private void AssertNothingLeaks(Answer answer)
    {
        foreach (var part in new[] { "Anna", "/srv", "SELECT", "at RelationshipGraph", ".cs", "Exception" })
        {
            Assert.DoesNotContain(part, answer.Text, StringComparison.Ordinal);
        }

        foreach (var part in new[] { "Anna", "/srv", "SELECT" })
        {
            Assert.DoesNotContain(part, _server.Log.Text, StringComparison.Ordinal);
        }
    }
}
