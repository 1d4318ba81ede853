namespace RelationshipGraph.Tests.Api.Http;

public sealed class CorsTests
{
    private const string Listed = "https://front.example.dk";

    [Theory]
    [InlineData(Listed, Listed)]
    [InlineData("https://other.example.dk", null)]
    [InlineData("http://front.example.dk", null)]
    [InlineData("null", null)]
    public async Task A_page_may_ask_if_its_origin_is_listed(string origin, string? allowed)
    {
        using var server = ProbeSchema.Serve(("Cors:Origins", Listed + ", https://second.example.dk:8443"));
        using var client = server.CreateClient();

        var answer = await client.AnswerAsync(Preflight(origin));

        Assert.Equal(allowed, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Null(Header(answer, "Access-Control-Allow-Credentials"));
        if (allowed is not null)
        {
            Assert.Contains("Authorization", Header(answer, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_of_another_origin_may_ask_unless_it_is_set()
    {
        using var server = ProbeSchema.Serve();
        using var client = server.SignedIn();

        var preflight = await client.AnswerAsync(Preflight(Listed));
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        request.Headers.Add("Origin", Listed);
        var answer = await client.AnswerAsync(request);

        Assert.Null(Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_refusal_can_be_read_by_a_listed_page_too()
    {
        using var server = ProbeSchema.Serve(("Cors:Origins", Listed));
        using var client = server.CreateClient();
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        request.Headers.Add("Origin", Listed);

        var answer = await client.AnswerAsync(request);

        Assert.Equal(401, answer.Status);
        Assert.Equal(Listed, Header(answer, "Access-Control-Allow-Origin"));
    }

    private static HttpRequestMessage Preflight(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return request;
    }

    private static string? Header(Answer answer, string name) =>
        answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
