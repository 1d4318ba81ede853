using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RelationshipGraph.Tests;

/// <summary>JSON for people: what fits on a line stays on one, the rest is broken into lines.</summary>
internal static class FittedJson
{
    private const int Width = 120;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? node) => Of(node, 0, 0);

    private static string Of(JsonNode? node, int indent, int used)
    {
        var line = OnOneLine(node);
        if (used + line.Length <= Width || node is not (JsonObject or JsonArray))
        {
            return line;
        }

        var inner = indent + 2;
        var parts = node is JsonArray array
            ? array.Select(entry => Of(entry, inner, inner))
            : node.AsObject().Select(p => $"{Name(p.Key)}{Of(p.Value, inner, inner + Name(p.Key).Length)}");
        var (open, close) = node is JsonArray ? ("[", "]") : ("{", "}");
        var (pad, padEnd) = (new string(' ', inner), new string(' ', indent));
        return $"{open}\n{pad}{string.Join($",\n{pad}", parts)}\n{padEnd}{close}";
    }

    private static string OnOneLine(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray { Count: 0 } => "[]",
        JsonArray array => $"[{string.Join(", ", array.Select(OnOneLine))}]",
        JsonObject { Count: 0 } => "{}",
        JsonObject value => $"{{ {string.Join(", ", value.Select(p => Name(p.Key) + OnOneLine(p.Value)))} }}",
        _ => node.ToJsonString(Relaxed),
    };

    private static string Name(string key) => $"\"{key}\": ";
}
