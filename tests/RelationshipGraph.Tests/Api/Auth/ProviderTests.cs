using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Auth;

/// <summary>Tokens of an OpenID Connect provider, which is played by a small server on this machine.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly LocalProvider _provider = new();
    private ApiServer _server = null!;

    public async Task InitializeAsync()
    {
        await _provider.StartAsync(_key);
        _server = Serve(_provider.Address);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task A_token_that_the_providers_public_key_signed_as_a_secret_is_refused()
    {
        // The classic confusion: the public key is known to everybody.
        var pem = Encoding.UTF8.GetBytes(_key.ExportSubjectPublicKeyInfoPem());
        foreach (var secret in new[] { _key.ExportSubjectPublicKeyInfo(), pem })
        {
            var forged = Token(new SigningCredentials(
                new SymmetricSecurityKey(secret) { KeyId = LocalProvider.KeyId }, SecurityAlgorithms.HmacSha256));

            await AssertRefusedAsync(forged);
        }
    }

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        using var other = RSA.Create(2048);

        await AssertRefusedAsync(Token(Credentials(other)));
    }

    [Fact]
    public async Task A_token_signed_with_a_key_of_its_own_header_is_refused()
    {
        using var other = RSA.Create(2048);
        var credentials = new SigningCredentials(new RsaSecurityKey(other), SecurityAlgorithms.RsaSha256);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            Claims(), credentials, new Dictionary<string, object>
            {
                ["jwk"] = JsonSerializer.Serialize(LocalProvider.PublicKey(other)),
                ["jku"] = "https://evil.example.dk/keys",
            });

        await AssertRefusedAsync(token);
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        await AssertRefusedAsync(Token(Credentials(_key), audience: "another"));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        await AssertRefusedAsync(Token(Credentials(_key), issuer: "https://login.example.dk"));

    [Fact]
    public async Task A_token_of_the_provider_is_taken()
    {
        var answer = await AskAsync(_server, Token(Credentials(_key)));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("sales", answer.Json.GetProperty("data").GetProperty("viewer").GetProperty("roles")[0].GetString());
    }

    [Fact]
    public async Task While_the_provider_does_not_answer_nobody_comes_in_and_nothing_is_told()
    {
        using var server = Serve("http://127.0.0.1:9");

        var answer = await AskAsync(server, Token(Credentials(_key)));

        Assert.Equal((401, "UNAUTHENTICATED"), (answer.Status, answer.Code));
        Assert.DoesNotContain("127.0.0.1", answer.Text, StringComparison.Ordinal);
    }

    private static ApiServer Serve(string authority) =>
        ProbeSchema.Serve(("Auth:SigningKey", ""), ("Auth:Authority", authority), ("Auth:Audience", "graph"));

    private static SigningCredentials Credentials(RSA key) =>
        new(new RsaSecurityKey(key) { KeyId = LocalProvider.KeyId }, SecurityAlgorithms.RsaSha256);

    private string Token(SigningCredentials credentials, string audience = "graph", string? issuer = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Claims(audience, issuer), credentials);

    private string Claims(string audience = "graph", string? issuer = null) => JsonSerializer.Serialize(new
    {
        iss = issuer ?? _provider.Address,
        aud = audience,
        sub = "somebody",
        exp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 300,
        roles = new[] { "sales" },
    });

    private async Task AssertRefusedAsync(string token)
    {
        var answer = await AskAsync(_server, token);

        Assert.Equal((401, "UNAUTHENTICATED"), (answer.Status, answer.Code));
    }

    private static async Task<Answer> AskAsync(ApiServer server, string token)
    {
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.AskAsync("{viewer{roles}}");
    }
}
