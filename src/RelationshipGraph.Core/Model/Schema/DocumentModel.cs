using System.Text.Json;

namespace RelationshipGraph.Model;

/// <summary>A small structured value inside a list property, such as a permission.</summary>
public sealed class DocumentModel
{
    private readonly Func<object> _blank;

    private DocumentModel(Type type)
    {
        Name = type.Name;
        Properties = PropertyModel.AllOf(type);
        _blank = () => Activator.CreateInstance(type)!;
    }

    /// <summary>The type's name, as the schema shows it.</summary>
    public string Name { get; }

    /// <summary>Its properties, in the order declared. None of them is a list of documents.</summary>
    public IReadOnlyList<PropertyModel> Properties { get; }

    internal static DocumentModel Of(Type type) => new(type);

    internal void Write(Utf8JsonWriter json, object document)
    {
        json.WriteStartObject();
        foreach (var property in Properties)
        {
            var value = property.Get(document);
            if (!value.IsNothing)
            {
                json.WritePropertyName(property.Name);
                PropertyJson.Write(json, property.Type, value);
            }
        }

        json.WriteEndObject();
    }

    internal object Read(JsonElement json)
    {
        var document = _blank();
        foreach (var property in Properties)
        {
            if (json.TryGetProperty(property.Name, out var field) && PropertyJson.TryRead(field, property.Type, out var value)
                && !value.IsNothing)
            {
                property.Set(document, value);
            }
        }

        return document;
    }
}
