using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using Microsoft.Net.Http.Headers;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Http;

/// <summary>Reads the request out of a body (POST) or an address (GET), as GraphQL over HTTP says.</summary>
internal sealed class RequestReader(IGraphQLSerializer serializer, ProductSettings settings)
{
    // A second member of the same name would be read differently by whatever stands before this server.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public async Task<RequestOutcome> ReadAsync(HttpContext context, CancellationToken ct)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            return FromQuery(request.Query);
        }

        if (!IsJson(request))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ProblemCode.UnsupportedMediaType,
                ("allowed", "application/json; charset=utf-8"));
        }

        var body = await RequestBody.ReadAsync(context, settings.Requests.BodyBytesMax, ct);
        return body is null
            ? Refuse(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge,
                ("max", settings.Requests.BodyBytesMax.ToString(CultureInfo.InvariantCulture)))
            : FromBody(body);
    }

    // Anything else than JSON is refused: forms and plain text are what a foreign page can make a browser send.
    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(AcceptedMedia.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.All(string.IsNullOrEmpty);

    private RequestOutcome FromBody(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return Bad("the body is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => FromObject(document.RootElement),
                JsonValueKind.Array => Refuse(StatusCodes.Status400BadRequest, ProblemCode.BatchRefused),
                _ => Bad("the body must be a JSON object."),
            };
        }
        catch (JsonException e)
        {
            return Bad(string.Create(CultureInfo.InvariantCulture,
                $"the body is not JSON with each name once (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})."));
        }
    }

    private RequestOutcome FromObject(JsonElement root)
    {
        if (!TryText(root, "query", out var query) || query is null)
        {
            return Bad("query must be a string.");
        }

        if (!TryText(root, "operationName", out var operationName))
        {
            return Bad("operationName must be a string.");
        }

        if (!TryObject(root, "variables", out var variables))
        {
            return Bad("variables must be an object.");
        }

        return TryObject(root, "extensions", out _)
            ? Accept(query, operationName, variables)
            : Bad("extensions must be an object.");
    }

    private RequestOutcome FromQuery(IQueryCollection parameters)
    {
        if (parameters["query"] is not [{ } query])
        {
            return Bad("query must be given once.");
        }

        if (parameters["operationName"].Count > 1 || parameters["variables"].Count > 1 || parameters["extensions"].Count > 1)
        {
            return Bad("each parameter may be given once.");
        }

        if (!TryParseObject(parameters["variables"], out var variables))
        {
            return Bad("variables must be a JSON object.");
        }

        return TryParseObject(parameters["extensions"], out _)
            ? Accept(query, parameters["operationName"], variables)
            : Bad("extensions must be a JSON object.");
    }

    private RequestOutcome.Read Accept(string query, string? operationName, JsonElement? variables) => new(new GraphRequest(
        query,
        string.IsNullOrEmpty(operationName) ? null : operationName,
        variables is { } sent ? serializer.ReadNode<Inputs>(sent) ?? Inputs.Empty : Inputs.Empty));

    private static bool TryText(JsonElement root, string name, out string? text)
    {
        text = null;
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair.
            return false;
        }
    }

    private static bool TryObject(JsonElement root, string name, out JsonElement? found)
    {
        found = null;
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        found = value;
        return value.ValueKind == JsonValueKind.Object;
    }

    private static bool TryParseObject(string? text, out JsonElement? found)
    {
        found = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            found = document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
            return found is null or { ValueKind: JsonValueKind.Object };
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static RequestOutcome.Refused Bad(string reason) =>
        Refuse(StatusCodes.Status400BadRequest, ProblemCode.BadRequest, ("reason", reason));

    private static RequestOutcome.Refused Refuse(int status, string code, params ReadOnlySpan<(string, string)> arguments) =>
        new(status, Problem.Of(code, string.Empty, arguments));
}
