using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>Takes records through their whole life by what the schema offers for their kind.</summary>
/// <param name="askAsync">Asks the API as an administrator.</param>
/// <param name="sample">Inputs; the records they name are stored.</param>
internal sealed class RecordLife(Func<string, object?, Task<Answer>> askAsync, SampleInput sample)
{
    /// <summary>Created, read, updated, emptied and deleted; read again after each.</summary>
    public async Task LiveAsync(RecordModel model)
    {
        var made = sample.Of(WritableProperties.Of(model), 0);
        if (!model.IsNode)
        {
            made["fromId"] = sample.IdOf(model.FromKinds, 0);
            made["toId"] = sample.IdOf(model.ToKinds, 1);
        }

        var id = (await WriteAsync("create", model, made)).GetProperty("id").GetString()!;
        AssertHolds(model, made, await ReadAsync(model, id));

        var changed = sample.Of(WritableProperties.Of(model), 1);
        await WriteAsync("update", model, With(changed, id, 1));
        AssertHolds(model, changed, await ReadAsync(model, id));

        var removable = WritableProperties.Of(model).Where(p => (p.IsNullable || p.IsList) && p.Name != "ownerId").ToArray();
        var emptied = removable.ToDictionary(p => p.Name, _ => (object?)null);
        await WriteAsync("update", model, With(emptied, id, 2));
        var left = await ReadAsync(model, id);
        AssertHolds(model, emptied, left);
        AssertHolds(model, changed.Where(c => !emptied.ContainsKey(c.Key)), left);

        var deleted = await askAsync(
            $$"""mutation ($input: DeleteInput!) { delete{{model.Name}}(input: $input) { id errors { __typename } } }""",
            new { input = With([], id, 3) });
        Assert.Equal(id, deleted.At($"delete{model.Name}.id").GetString());
        Assert.Equal(JsonValueKind.Null, (await askAsync(Node("{ id }"), new { id })).At("node").ValueKind);
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> values, string id, int version) =>
        new(values) { ["id"] = id, ["version"] = version };

    private static string Node(string selection) => $"query ($id: ID!) {{ node(id: $id) {selection} }}";

    private async Task<JsonElement> WriteAsync(string operation, RecordModel model, Dictionary<string, object?> input)
    {
        var name = operation + model.Name;
        var answer = await askAsync(
            $$"""
            mutation ($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
              {{name}}(input: $input) { {{CodeNames.Camel(model.Name)}} { id version }
                errors { ... on Error { code path arguments { name value } } } } }
            """,
            new { input });
        Assert.Equal("[]", answer.At($"{name}.errors").GetRawText());
        return answer.At($"{name}.{CodeNames.Camel(model.Name)}");
    }

    private async Task<JsonElement> ReadAsync(RecordModel model, string id)
    {
        var fields = OpenGraph.TypeOf(model.Name).Fields.Where(f => f.Arguments is not { Count: > 0 }).Select(f =>
            f.ResolvedType!.GetNamedType() switch
            {
                ScalarGraphType => f.Name,
                ObjectGraphType { Name: nameof(Permission) } => f.Name + " { channel isAllowed basis givenOn evidence }",
                ObjectGraphType { Name: nameof(FitScore) } => f.Name + " { by averagePrecision brier calibrationError }",
                ObjectGraphType { Name: nameof(StrategyWish) } =>
                    f.Name + " { department { id } purposes segments { id } kinds willNotDo }",
                _ => f.Name + " { ... on Node { id } }",
            });
        var answer = await askAsync(Node($"{{ ... on {model.Name} {{ {string.Join(' ', fields)} }} }}"), new { id });
        return answer.At("node");
    }

    private static void AssertHolds(
        RecordModel model, IEnumerable<KeyValuePair<string, object?>> expected, JsonElement node)
    {
        foreach (var (name, value) in expected)
        {
            var (read, wanted) = Both(model.Find(name)?.IsList == true, name, value, node);
            Assert.True(read == wanted, $"{model.Name}.{name} is {read}, not {wanted}.");
        }
    }

    // What was sent, in the form in which it is answered: records instead of ids, an empty list instead of none.
    private static (string Read, string Wanted) Both(bool isList, string name, object? value, JsonElement node)
    {
        var wanted = JsonSerializer.Serialize(value ?? (isList ? Array.Empty<string>() : null));
        if (node.TryGetProperty(name, out var same))
        {
            return (Plain(same), wanted.Replace("departmentId", "department").Replace("segmentIds", "segments"));
        }

        var shown = name switch
        {
            "fromId" or "toId" => name[..^2] + "Node",
            "pathIds" or "reusedByIds" => name[..^3],
            _ when name.EndsWith("Ids", StringComparison.Ordinal) => name[..^3] + "s",
            _ => name[..^2],
        };
        return (Plain(node.GetProperty(shown)), wanted);
    }

    // Records as their ids, JSON as the serializer writes it.
    private static string Plain(JsonElement value) =>
        System.Text.RegularExpressions.Regex.Replace(
            JsonSerializer.Serialize(value), """\{"id":("[^"]*")\}""", "$1");
}
