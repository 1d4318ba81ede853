using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Problems;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Cli;

public sealed class TokenCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_token_stands_alone_on_standard_output_and_says_who_and_what()
    {
        var run = await RunAsync(
            "token", "--role", "employee", "--role", "Sales", "--employee", DemoPeople.Sales.Id.ToString(), "--minutes", "5");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        var claims = ClaimsOf(run.Output.TrimEnd('\n'));
        Assert.Equal(["employee", "sales"], claims.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal(DemoPeople.Sales.Id.ToString(), claims.GetProperty("employee").GetString());
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task As_json_it_is_one_object()
    {
        var run = await RunAsync("token", "--role", "administrator", "--json");

        Assert.Equal(1, run.Output.Count(letter => letter == '\n'));
        var claims = ClaimsOf(run.Json.GetProperty("token").GetString()!);
        Assert.Equal(3_600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.False(claims.TryGetProperty("employee", out _));
    }

    [Fact]
    public async Task In_production_without_a_key_nothing_is_signed()
    {
        var run = await Relgraph.RunAsync(_folder.Path, "token", "--role", "administrator", "--json");

        run.AssertFailed(1, ProblemCode.BadSettings);
        Assert.Equal(ProblemCode.BadSettings, run.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Where_a_provider_signs_the_command_does_not()
    {
        await File.WriteAllTextAsync(
            _folder.File("appsettings.json"),
            """{"RelationshipGraph":{"Auth":{"Authority":"https://login.example","Audience":"graph"}}}""");

        var run = await Relgraph.RunAsync(_folder.Path, "token", "--role", "administrator", "--json");

        run.AssertFailed(1, ProblemCode.BadSettings);
        Assert.Contains("provider", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<Relgraph> RunAsync(params string[] args) =>
        Relgraph.RunAsync(_folder.Path, isDevelopment: true, CancellationToken.None, args);

    /// <summary>What the token says, after its signature was checked with the key that lies in the folder.</summary>
    private JsonElement ClaimsOf(string token)
    {
        var parts = token.Split('.');
        Assert.Equal(3, parts.Length);
        var key = Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(_folder.Path, ".relationshipgraph", "signing-key"))
            .Trim());
        Assert.Equal(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}")), BytesOf(parts[2]));
        return JsonDocument.Parse(BytesOf(parts[1])).RootElement;
    }

    private static byte[] BytesOf(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);
}
