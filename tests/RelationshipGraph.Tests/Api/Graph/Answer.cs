using System.Text.Json;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>What came back for one question.</summary>
internal sealed record Answer(JsonElement Data, IReadOnlyList<AnsweredError> Errors)
{
    /// <summary>The value at a path of names and positions, such as <c>employees.edges.0.node</c>.</summary>
    public JsonElement At(string path)
    {
        Assert.True(Errors.Count == 0, string.Join("\n", Errors));
        var at = Data;
        foreach (var step in path.Split('.'))
        {
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(step)] : at.GetProperty(step);
        }

        return at;
    }

    /// <summary>The texts of a list at a path.</summary>
    public string[] TextsAt(string path) => [.. At(path).EnumerateArray().Select(e => e.ToString())];

    /// <summary>One property of every object of a list at a path, as JSON writes it.</summary>
    public string[] EachAt(string path, string property) =>
        [.. At(path).EnumerateArray().Select(e => e.GetProperty(property).ToString())];
}

/// <summary>An error of the answer.</summary>
/// <param name="Code">The stable code; the type of what went wrong where it has none.</param>
/// <param name="At">The part of the input it is about.</param>
/// <param name="Path">The field it is about.</param>
internal sealed record AnsweredError(string Code, string At, string Path);
