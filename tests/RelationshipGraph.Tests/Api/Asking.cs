using System.Text;
using System.Text.Json;

namespace RelationshipGraph.Tests.Api;

/// <summary>How tests ask the API.</summary>
internal static class Asking
{
    /// <summary>POSTs a document as a client of GraphQL does.</summary>
    public static Task<Answer> AskAsync(this HttpClient client, string query, object? variables = null, string? accept = null,
        string? language = null) =>
        client.PostBodyAsync(JsonSerializer.Serialize(new { query, variables }), accept: accept, language: language);

    /// <summary>POSTs any body.</summary>
    public static async Task<Answer> PostBodyAsync(this HttpClient client, string body, string contentType = "application/json",
        string? accept = null, string? language = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        return await client.AnswerAsync(request, accept, language);
    }

    /// <summary>Sends a request and reads the answer.</summary>
    public static async Task<Answer> AnswerAsync(this HttpClient client, HttpRequestMessage request, string? accept = null,
        string? language = null)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        var response = await client.SendAsync(request);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    public static Task<Answer> GetAsync(this HttpClient client, string path, string? accept, string? language = null) =>
        client.AnswerAsync(new HttpRequestMessage(HttpMethod.Get, path), accept, language);
}
