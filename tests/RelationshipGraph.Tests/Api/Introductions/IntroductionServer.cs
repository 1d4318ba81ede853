using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Api.Introductions;

/// <summary>The whole application on a SQLite file, for tests of introductions: each brings people of its own.</summary>
public sealed class IntroductionServer : IDisposable
{
    private readonly ApiServer _server = new();

    /// <summary>The UTC day of the server's clock.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public void Dispose() => _server.Dispose();

    /// <summary>Stores records.</summary>
    public async Task StoreAsync(params IReadOnlyList<Record> records) => Assert.IsType<CommitResult.Done>(
        await _server.Services.GetRequiredService<IGraphStore>().CommitAsync(Some.Creating(records), Some.NoToken));

    /// <summary>What is asked with a real token answers with.</summary>
    internal async Task<Answer> AskAsync(
        Employee? viewer, Roles roles, string document, object? variables = null, string? language = null)
    {
        using var client = _server.SignedIn(roles, viewer?.Id ?? default);
        return await client.AskAsync(document, variables, language: language);
    }

    /// <summary>What a mutation of introductions answers.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="mutation">Its name; its input has the same.</param>
    /// <param name="input">Its input.</param>
    /// <param name="roles">What the viewer may do.</param>
    /// <param name="language">In what language.</param>
    public async Task<StepAnswer> DoAsync(
        Employee? viewer, string mutation, object input, Roles roles = Roles.Employee, string? language = null)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = await AskAsync(viewer, roles, $$"""
            mutation ($input: {{type}}!) { {{mutation}}(input: $input) {
              introduction { id version state reason note askedOn answeredOn madeOn metOn endedOn targetConsent targetAskedOn
                targetAnsweredOn visibility asker { name } introducer { name } target { name } path { id } meeting { topic }
                owner { name } ledTo { nodes { __typename ... on Outcome { measure } } } }
              errors { __typename ... on Error { code path message arguments { name value } } } } }
            """, new { input }, language);
        Assert.True(answer.Status == 200 && !answer.Json.TryGetProperty("errors", out _), answer.Text);
        return new StepAnswer(answer.Json.GetProperty("data").GetProperty(mutation));
    }
}

/// <summary>What a mutation of introductions answered.</summary>
/// <param name="Json">The payload.</param>
public sealed record StepAnswer(JsonElement Json)
{
    /// <summary>Each error's code and path.</summary>
    public IReadOnlyList<string> Errors => [.. Json.GetProperty("errors").EnumerateArray().Select(error =>
        $"{error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray())}".TrimEnd())];

    /// <summary>The only error's type.</summary>
    public string? ErrorType => Json.GetProperty("errors")[0].GetProperty("__typename").GetString();

    /// <summary>The only error's message.</summary>
    public string? Message => Json.GetProperty("errors")[0].GetProperty("message").GetString();

    /// <summary>The introduction, where nothing was wrong.</summary>
    public JsonElement Done
    {
        get
        {
            Assert.Empty(Errors);
            return Json.GetProperty("introduction");
        }
    }

    public string Id => Done.GetProperty("id").GetString()!;

    public int Version => Done.GetProperty("version").GetInt32();

    /// <summary>A text of the introduction; null where it has none.</summary>
    public string? this[string name] =>
        Done.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
