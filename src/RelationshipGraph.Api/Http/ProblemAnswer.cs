using System.Text.Encodings.Web;
using System.Text.Json;
using RelationshipGraph.Api.Operation;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>Answers a request that was not carried out with one error, in the same form as GraphQL's.</summary>
internal static class ProblemAnswer
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, int status, Problem problem)
    {
        var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            Write(json, problem, Language.IsDanish(context.Request), Trace.IdOf(context));
        }

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaOf(context.Request) + "; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
        }
    }

    // An answer that cannot take the wished form still says why, in plain JSON.
    private static string MediaOf(HttpRequest request) =>
        AcceptedMedia.Choose(request, AcceptedMedia.Json, AcceptedMedia.Response) ?? AcceptedMedia.Json;

    private static void Write(Utf8JsonWriter json, Problem problem, bool isDanish, string traceId)
    {
        json.WriteStartObject();
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", ProblemText.Of(problem, isDanish));
        json.WriteStartObject("extensions");
        foreach (var (name, value) in ProblemExtensions.Of(problem, traceId))
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
