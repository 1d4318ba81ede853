using System.Text.Encodings.Web;
using System.Text.Json;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Importing;

/// <summary>What a job tells of itself.</summary>
internal static class ImportJobJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, int status, ImportJob job)
    {
        var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            Write(json, job, Language.IsDanish(context.Request));
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, ImportJob job, bool danish)
    {
        var state = job.State;
        json.WriteStartObject();
        json.WriteString("id", job.Id);
        json.WriteString("state", state.ToString().ToUpperInvariant());
        json.WriteString("askedAt", job.AskedAt.UtcDateTime);
        if (job.EndedAt is { } ended)
        {
            json.WriteString("endedAt", ended.UtcDateTime);
        }

        var progress = job.Progress;
        json.WriteStartObject("progress");
        json.WriteString("phase", progress.Phase.ToString().ToUpperInvariant());
        json.WriteString("file", progress.File ?? string.Empty);
        json.WriteNumber("bytes", progress.Bytes);
        json.WriteNumber("bytesTotal", progress.BytesTotal);
        json.WriteNumber("rows", progress.Rows);
        json.WriteNumber("refused", progress.Refused);
        json.WriteEndObject();
        if (job.Report is { } report)
        {
            json.WritePropertyName("report");
            ImportReportJson.Of(report, danish).WriteTo(json);
        }

        if (job.Problem is { } problem)
        {
            json.WriteStartObject("error");
            json.WriteString("code", problem.Code);
            json.WriteString("message", ProblemText.Of(problem, danish));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
