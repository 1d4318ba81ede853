using System.Text.Json;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>One small structured value inside a record's list.</summary>
internal sealed class DocumentRow(Seen owner, JsonElement json)
{
    /// <summary>The entries of a list of documents.</summary>
    public static IReadOnlyList<DocumentRow> Of(Seen owner, PropertyValue list)
    {
        if (list.IsNothing)
        {
            return [];
        }

        using var json = JsonDocument.Parse(list.Text);
        return [.. json.RootElement.EnumerateArray().Select(e => new DocumentRow(owner, e.Clone()))];
    }

    public PropertyValue Value(PropertyModel property) =>
        json.TryGetProperty(property.Name, out var field) && PropertyJson.TryRead(field, property.Type, out var value)
            ? value
            : PropertyValue.Nothing;

    public object? Reference(PropertyModel property) => ReferenceField.Of(owner, property, Value(property));
}
