using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Text;

namespace RelationshipGraph.Api.Graph;

/// <summary>Reads the written form of an id where a property names records; says what is wrong with it, or null.</summary>
internal delegate Problem? IdReading(string text, string path, out RecordId id);

/// <summary>Turns what the scalars took in into stored values.</summary>
internal static class InputValues
{
    /// <summary>The value of a property as an input gave it; null is no value.</summary>
    /// <returns>What is wrong, or null. The property's own bounds are checked later, where all doors meet.</returns>
    public static Problem? Read(PropertyModel property, object? given, string path, IdReading readId, out PropertyValue value)
    {
        value = default;
        if (given is null)
        {
            return null;
        }

        return property.IsList
            ? ReadList(property, (IEnumerable<object?>)given, path, readId, out value)
            : ReadSingle(property.Type, given, path, readId, out value);
    }

    /// <summary>A single value; false where its text is not valid, its id is none, or its number is too great.</summary>
    public static bool TryRead(PropertyType type, object given, out PropertyValue value)
    {
        value = default;
        switch (type, given)
        {
            case (PropertyType.Text or PropertyType.Code, string text):
                // What is not well formed cannot be composed.
                value = Normal.IsWellFormed(text) ? PropertyValue.Of(Normal.Nfc(text)) : default;
                return !value.IsNothing;
            case (PropertyType.Id, string text) when RecordId.TryParse(text, out var id):
                value = PropertyValue.Of(id);
                return true;
            case (PropertyType.Integer, int number):
                value = PropertyValue.Of((long)number);
                return true;
            case (PropertyType.Integer, long number):
                value = PropertyValue.Of(number);
                return true;
            case (PropertyType.Number, IConvertible number)
                when number.ToDouble(CultureInfo.InvariantCulture) is var real && double.IsFinite(real):
                value = PropertyValue.Of(real);
                return true;
            case (PropertyType.Boolean, bool truth):
                value = PropertyValue.Of(truth);
                return true;
            case (PropertyType.Date, DateOnly day):
                value = PropertyValue.Of(day);
                return true;
            case (PropertyType.Instant, DateTimeOffset at):
                value = PropertyValue.Of(at);
                return true;
            default:
                return false;
        }
    }

    private static Problem? ReadSingle(PropertyType type, object given, string path, IdReading readId, out PropertyValue value)
    {
        if (type == PropertyType.Id)
        {
            var wrong = readId((string)given, path, out var id);
            value = wrong is null ? PropertyValue.Of(id) : default;
            return wrong;
        }

        return TryRead(type, given, out value) ? null
            : type == PropertyType.Text ? Problem.Of(ProblemCode.BadText, path)
            : Problem.Of(ProblemCode.Malformed, path, ("form", type.ToString()));
    }

    private static Problem? ReadList(
        PropertyModel property, IEnumerable<object?> given, string path, IdReading readId, out PropertyValue value)
    {
        value = default;
        var buffer = new ArrayBufferWriter<byte>(64);
        using var json = new Utf8JsonWriter(buffer, PropertyJson.Options);
        json.WriteStartArray();
        var count = 0;
        foreach (var entry in given)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.{count++}");
            var problem = property.Document is { } document
                ? WriteDocument(json, document, (IDictionary<string, object?>)entry!, at, readId)
                : WriteEntry(json, TypeOfEntry(property.Type), entry!, at, readId);
            if (problem is not null)
            {
                return problem;
            }
        }

        json.WriteEndArray();
        json.Flush();
        value = count == 0 ? default : PropertyValue.Of(Encoding.UTF8.GetString(buffer.WrittenSpan));
        return null;
    }

    // In the order of the model and without what is absent, so that equal lists are equal text.
    private static Problem? WriteDocument(
        Utf8JsonWriter json, DocumentModel document, IDictionary<string, object?> given, string path, IdReading readId)
    {
        json.WriteStartObject();
        foreach (var property in document.Properties)
        {
            if (!given.TryGetValue(property.Name, out var entry))
            {
                continue;
            }

            if (Read(property, entry, $"{path}.{property.Name}", readId, out var value) is { } problem)
            {
                return problem;
            }

            if (!value.IsNothing)
            {
                json.WritePropertyName(property.Name);
                PropertyJson.Write(json, property.Type, value);
            }
        }

        json.WriteEndObject();
        return null;
    }

    private static Problem? WriteEntry(Utf8JsonWriter json, PropertyType type, object entry, string path, IdReading readId)
    {
        var problem = ReadSingle(type, entry, path, readId, out var value);
        if (problem is null)
        {
            PropertyJson.Write(json, type, value);
        }

        return problem;
    }

    private static PropertyType TypeOfEntry(PropertyType list) => list switch
    {
        PropertyType.IdList => PropertyType.Id,
        PropertyType.CodeList => PropertyType.Code,
        _ => PropertyType.Text,
    };
}
