using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Auth;

/// <summary>Which tokens the whole application takes. Refused ones first.</summary>
public sealed class TokenTests : IClassFixture<ProbeServer>
{
    private const string OtherKey = "another key of the tests, as long as the right one";
    private const string Question = "{ viewer { roles employeeId actor } }";
    private static readonly RecordId Someone =
        RecordIds.At(RecordKind.Employee, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), 1, 1);

    private readonly ApiServer _server;

    public TokenTests(ProbeServer probe) => _server = probe.In("Production");

    [Fact]
    public async Task Nothing_is_answered_without_a_token()
    {
        using var client = _server.CreateClient();

        var answer = await client.AskAsync(Question);

        Assert.Equal(401, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Equal("Bearer", answer.Response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/json", answer.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("GET", "/graphql?query={viewer{actor}}")]
    [InlineData("PUT", "/graphql")]
    [InlineData("POST", "/graphql")]
    public async Task A_token_comes_before_everything_else(string method, string path)
    {
        using var client = _server.CreateClient();
        var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent("not json", null, "text/plain"),
        };

        var answer = await client.AnswerAsync(request, accept: "image/png");

        Assert.Equal(401, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
    }

    [Theory]
    [InlineData("not.a.token")]
    [InlineData("")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task Something_else_than_a_token_is_refused(string token) => await AssertRefusedAsync(token);

    [Fact]
    public async Task A_token_without_a_signature_is_refused() =>
        await AssertRefusedAsync(Unsigned("none", Claims()));

    [Fact]
    public async Task A_token_of_another_key_is_refused() =>
        await AssertRefusedAsync(Sign(Claims(), OtherKey));

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        var parts = Sign(Claims() with { Roles = ["employee"] }).Split('.');
        var forged = Sign(Claims() with { Roles = ["administrator"] }, OtherKey).Split('.');

        await AssertRefusedAsync($"{parts[0]}.{forged[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        await AssertRefusedAsync(Sign(Claims() with { Issuer = "somebody" }));

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        await AssertRefusedAsync(Sign(Claims() with { Audience = "something" }));

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha384)]
    [InlineData(SecurityAlgorithms.HmacSha512)]
    public async Task A_token_of_another_algorithm_is_refused_even_with_the_right_key(string algorithm) =>
        await AssertRefusedAsync(Sign(Claims(), KeyOfLength64, algorithm), KeyOfLength64);

    [Fact]
    public async Task An_expired_token_is_refused_and_told_so() =>
        await AssertRefusedAsync(Sign(Claims() with { ValidIn = -300, ExpiresIn = -31 }), says: "The token has expired.");

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused_and_told_so() =>
        await AssertRefusedAsync(Sign(Claims() with { ValidIn = 45 }), says: "The token is not valid yet.");

    [Fact]
    public async Task A_token_without_an_end_is_refused() => await AssertRefusedAsync(Sign(Claims() with { ExpiresIn = null }));

    [Theory]
    [InlineData("con_0c5k2v8q0004g")]
    [InlineData("anna@example.dk")]
    [InlineData("emp_")]
    public async Task A_token_whose_employee_is_none_is_refused(string employee) =>
        await AssertRefusedAsync(Sign(Claims() with { Employee = employee }));

    [Theory]
    [InlineData]
    [InlineData("owner")]
    [InlineData("admin", "")]
    public async Task A_token_without_a_role_of_ours_opens_nothing(params string[] roles)
    {
        var answer = await AskWithAsync(Sign(Claims() with { Roles = roles }));

        Assert.Equal(403, answer.Status);
        Assert.Equal("FORBIDDEN", answer.Code);
    }

    [Theory]
    [InlineData(-10, -60)]
    [InlineData(60, 10)]
    public async Task Clocks_may_differ_a_little(int expiresIn, int validIn)
    {
        var answer = await AskWithAsync(Sign(Claims() with { ExpiresIn = expiresIn, ValidIn = validIn }));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task The_viewer_is_the_employee_of_the_token()
    {
        var answer = await AskWithAsync(_server.Token(Roles.Sales | Roles.Employee, Someone));

        var viewer = answer.Json.GetProperty("data").GetProperty("viewer");
        Assert.Equal(Someone.ToString(), viewer.GetProperty("employeeId").GetString());
        Assert.Equal(Someone.ToString(), viewer.GetProperty("actor").GetString());
        Assert.Equal(2, viewer.GetProperty("roles").GetArrayLength());
    }

    [Fact]
    public async Task A_token_without_an_employee_has_its_roles_and_nobody()
    {
        var answer = await AskWithAsync(_server.Token(Roles.Strategy));

        var viewer = answer.Json.GetProperty("data").GetProperty("viewer");
        Assert.Null(viewer.GetProperty("employeeId").GetString());
        Assert.Equal("token:strategy", viewer.GetProperty("actor").GetString());
    }

    [Fact]
    public async Task The_refusal_is_in_Danish_for_those_who_ask_so()
    {
        using var client = _server.CreateClient();

        var answer = await client.AskAsync(Question, language: "da-DK, en;q=0.5");

        Assert.Equal("Et gyldigt token er påkrævet.", answer.Message);
    }

    private const string KeyOfLength64 = "a key of sixty-four bytes, long enough for each of the algorithms";

    private static TestClaims Claims() => new();

    private async Task AssertRefusedAsync(string token, string? key = null, string says = "")
    {
        using var server = key is null ? null : ProbeSchema.Serve(("Auth:SigningKey", key));
        var answer = await AskWithAsync(token, server);

        Assert.Equal(401, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.StartsWith("Bearer", answer.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Contains(says, answer.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private async Task<Answer> AskWithAsync(string token, ApiServer? server = null)
    {
        using var client = (server ?? _server).CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.AskAsync(Question);
    }

    private static string Sign(
        TestClaims claims, string key = ApiServer.KeyText, string algorithm = SecurityAlgorithms.HmacSha256) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.Json(), new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), algorithm));

    private static string Unsigned(string algorithm, TestClaims claims) =>
        $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(claims.Json())}.";

    /// <summary>What a token of the tests says; times are seconds from now.</summary>
    private sealed record TestClaims
    {
        public string Issuer { get; init; } = AuthSettings.OwnName;

        public string Audience { get; init; } = AuthSettings.OwnName;

        public int? ExpiresIn { get; init; } = 300;

        public int ValidIn { get; init; } = -5;

        public string[] Roles { get; init; } = ["employee"];

        public string? Employee { get; init; }

        public string Json()
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            var claims = new Dictionary<string, object?>
            {
                ["iss"] = Issuer,
                ["aud"] = Audience,
                ["sub"] = RandomNumberGenerator.GetInt32(1000).ToString(CultureInfo.InvariantCulture),
                ["nbf"] = now + ValidIn,
                ["roles"] = Roles,
            };
            if (ExpiresIn is { } seconds)
            {
                claims["exp"] = now + seconds;
            }

            if (Employee is not null)
            {
                claims["employee"] = Employee;
            }

            return System.Text.Json.JsonSerializer.Serialize(claims);
        }
    }
}
