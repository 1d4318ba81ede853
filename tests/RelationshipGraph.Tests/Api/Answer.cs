using System.Text.Json;

namespace RelationshipGraph.Tests.Api;

/// <summary>An answer, read.</summary>
internal sealed record Answer(HttpResponseMessage Response, string Text)
{
    public JsonElement Json { get; } = Parse(Text);

    public int Status => (int)Response.StatusCode;

    public JsonElement Error => Json.GetProperty("errors")[0];

    public string? Code => Error.GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => Error.GetProperty("message").GetString();

    private static JsonElement Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
