using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Auth;

/// <summary>A token without our employee id finds the employee by an address that its issuer vouches for.</summary>
public sealed class EmailTests : IAsyncLifetime
{
    private readonly ApiServer _server = ProbeSchema.Serve();
    private readonly Employee _anna = Some.Employee() with { Emails = ["anna@example.dk", "ab@example.dk"] };
    private readonly Employee _bo = Some.Employee("Bo Holm") with { Emails = ["shared@example.dk"] };
    private readonly Employee _ib = Some.Employee("Ib Holm") with { Emails = ["shared@example.dk"] };

    public async Task InitializeAsync()
    {
        var store = _server.Services.GetRequiredService<IGraphStore>();
        var result = await store.CommitAsync(Some.Creating(_anna, _bo, _ib), Some.NoToken);
        Assert.IsType<CommitResult.Done>(result);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("anna@example.dk", true)]
    [InlineData("ab@example.dk", true)]
    [InlineData("ab@example.dk", "true")]
    public async Task A_verified_address_finds_its_employee(string email, object verified) =>
        Assert.Equal(_anna.Id.ToString(), await EmployeeOfAsync(email, verified));

    [Theory]
    [InlineData("anna@example.dk", false)]
    [InlineData("anna@example.dk", null)]
    [InlineData("anna@example.dk", "yes")]
    [InlineData("nobody@example.dk", true)]
    [InlineData("anna@example.d", true)]
    [InlineData("shared@example.dk", true)]
    [InlineData("", true)]
    public async Task Any_other_address_finds_nobody(string email, object? verified) =>
        Assert.Null(await EmployeeOfAsync(email, verified));

    private async Task<string?> EmployeeOfAsync(string email, object? verified)
    {
        using var client = _server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(email, verified));

        var answer = await client.AskAsync("{viewer{employeeId}}");

        return answer.Json.GetProperty("data").GetProperty("viewer").GetProperty("employeeId").GetString();
    }

    private static string TokenOf(string email, object? verified)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = AuthSettings.OwnName,
            ["aud"] = AuthSettings.OwnName,
            ["sub"] = "somebody",
            ["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 300,
            ["roles"] = "employee",
            ["email"] = email,
            ["email_verified"] = verified,
        };
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ApiServer.KeyText));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims), new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
    }
}
