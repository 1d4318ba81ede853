using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Text;

namespace RelationshipGraph.Importing.JsonLines;

/// <summary>Reads a line of an export as the record it was, and holds every property against the model.</summary>
internal static class RecordReader
{
    /// <summary>The record, or what is wrong with the line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="unknown">Told the names of properties that the model does not have.</param>
    public static (Record? Record, Problem? Problem) Read(ReadOnlyMemory<byte> line, Action<string> unknown)
    {
        if (!Utf8.IsValid(line.Span))
        {
            return (null, Problem.Of(ProblemCode.WrongEncoding, string.Empty));
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, unknown) : (null, NoRecord());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Broken JSON, or half of a surrogate pair in an escape.
            return (null, NoRecord());
        }
    }

    private static (Record? Record, Problem? Problem) Read(JsonElement json, Action<string> unknown)
    {
        if (!json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || GraphModel.Find(type.GetString()!) is not { } model)
        {
            return (null, Problem.Of(ProblemCode.Malformed, "type", ("form", "Contact")));
        }

        foreach (var field in json.EnumerateObject())
        {
            if (field.Name != "type" && model.Find(field.Name) is null)
            {
                unknown(field.Name.Length <= 60 ? field.Name : field.Name[..60]);
            }
        }

        var values = new PropertyValue[model.Properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var property = model.Properties[i];
            if (json.TryGetProperty(property.Name, out var field) && !PropertyJson.TryRead(field, property.Type, out values[i]))
            {
                return (null, Problem.Of(ProblemCode.Malformed, property.Name, ("form", property.Type.ToString())));
            }

            if (Compose(ref values[i], property) is { } problem || (problem = PropertyCheck.Of(property, values[i])) is not null)
            {
                return (null, problem);
            }
        }

        var record = model.Build(values);
        return Check(model, record) is { } wrong ? (null, wrong) : (record, null);
    }

    private static Problem? Compose(ref PropertyValue value, PropertyModel property)
    {
        if (value.Primitive != PropertyPrimitive.Text || Ascii.IsValid(value.Text))
        {
            return null;
        }

        if (!Normal.IsWellFormed(value.Text))
        {
            return Problem.Of(ProblemCode.BadText, property.Name);
        }

        value = PropertyValue.Of(Normal.Nfc(value.Text));
        return null;
    }

    private static Problem? Check(RecordModel model, Record record)
    {
        if (record.Id.Kind != model.Kind)
        {
            return Problem.Of(ProblemCode.WrongKind, "id", ("allowed", model.Name));
        }

        if (record.Visibility is Visibility.Team or Visibility.Owner && record.OwnerId is null)
        {
            return Problem.Of(ProblemCode.OwnerRequired, "visibility");
        }

        if (model.IsNode && record.Visibility == Visibility.Discreet)
        {
            return Problem.Of(ProblemCode.DiscreetIsForTies, "visibility");
        }

        return record is not Relationship tie ? null
            : !model.FromKinds.Contains(tie.FromId.Kind) ? WrongEnd("fromId", model.FromKinds)
            : !model.ToKinds.Contains(tie.ToId.Kind) ? WrongEnd("toId", model.ToKinds)
            : null;
    }

    private static Problem WrongEnd(string path, IReadOnlyList<RecordKind> allowed) =>
        Problem.Of(ProblemCode.WrongKind, path, ("allowed", string.Join(", ", allowed)));

    private static Problem NoRecord() => Problem.Of(ProblemCode.Malformed, string.Empty, ("form", "{\"type\": …}"));
}
