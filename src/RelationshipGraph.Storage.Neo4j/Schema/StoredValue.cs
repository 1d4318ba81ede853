using System.Text;
using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Schema;

/// <summary>A value between the form of the port and that of the server.</summary>
internal static class StoredValue
{
    /// <summary>A single value as a parameter.</summary>
    public static object? Of(PropertyValue value) => value.Primitive switch
    {
        PropertyPrimitive.Integer => value.Integer,
        PropertyPrimitive.Number => value.Number,
        PropertyPrimitive.Text => value.Text,
        _ => null,
    };

    /// <summary>The value of a property as a parameter: a list as the texts of its entries.</summary>
    public static object? Of(PropertyValue value, PropertyType type) =>
        IsTexts(type) ? JsonSerializer.Deserialize<string[]>(value.Text) : Of(value);

    /// <summary>Reads the next value of a row.</summary>
    public static PropertyValue Read(ICypherRow row, PropertyType type)
    {
        if (row.TryReadNull())
        {
            return PropertyValue.Nothing;
        }

        return IsTexts(type) ? ReadTexts(row) : type switch
        {
            PropertyType.Number => PropertyValue.Of(row.ReadNumber()),
            PropertyType.Text or PropertyType.Code or PropertyType.Documents => PropertyValue.Of(row.ReadText()),
            _ => PropertyValue.Of(row.ReadInteger()),
        };
    }

    private static bool IsTexts(PropertyType type) =>
        type is PropertyType.TextList or PropertyType.CodeList or PropertyType.IdList;

    private static PropertyValue ReadTexts(ICypherRow row)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, PropertyJson.Options))
        {
            json.WriteStartArray();
            for (var left = row.ReadListCount(); left > 0; left--)
            {
                json.WriteStringValue(row.ReadText());
            }

            json.WriteEndArray();
        }

        return PropertyValue.Of(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }
}
