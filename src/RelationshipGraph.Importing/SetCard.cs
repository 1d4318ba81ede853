using System.Text.Json;

namespace RelationshipGraph.Importing;

/// <summary>What a set says of itself: its name, and whether its interactions have a direction.</summary>
/// <param name="Name">The set's own name; null where it has none.</param>
/// <param name="IsDirected">Whether from and to of an interaction matter; null where it does not say.</param>
internal sealed record SetCard(string? Name, bool? IsDirected)
{
    public const string FileName = "dataset.json";
    private const int BytesMax = 1 << 20;

    public static readonly SetCard None = new(null, null);

    public static bool IsCard(string fileName) => fileName is FileName or "set.json";

    /// <summary>Reads the card among the files; without one, or with one that cannot be read, nothing is known.</summary>
    public static SetCard Of(ImportFiles files)
    {
        foreach (var file in files.Files.Where(f => IsCard(f.Name)))
        {
            try
            {
                using var stream = file.Open();
                var bytes = new byte[BytesMax];
                var length = stream.ReadAtLeast(bytes, BytesMax, throwOnEndOfStream: false);
                using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
                return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : None;
            }
            catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
            {
                return None;
            }
        }

        return None;
    }

    private static SetCard Of(JsonElement json) => new(
        json.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null,
        json.TryGetProperty("directed", out var directed) && directed.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? directed.GetBoolean()
            : null);
}
