using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RelationshipGraph.Model;

/// <summary>
/// Values as JSON that a person can read: days and instants in ISO form, ids written out, numbers as short as they can be.
/// </summary>
public static class PropertyJson
{
    /// <summary>How all JSON of the product is written: UTF-8, æøå as they are.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes one value; lists and documents are written as the JSON they are.</summary>
    public static void Write(Utf8JsonWriter json, PropertyType type, PropertyValue value)
    {
        if (value.IsNothing)
        {
            json.WriteNullValue();
            return;
        }

        switch (type)
        {
            case PropertyType.Integer: json.WriteNumberValue(value.Integer); break;
            case PropertyType.Number: json.WriteNumberValue(value.Number); break;
            case PropertyType.Boolean: json.WriteBooleanValue(value.Integer != 0); break;
            case PropertyType.TextList or PropertyType.CodeList or PropertyType.IdList or PropertyType.Documents:
                json.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            default: json.WriteStringValue(ToText(type, value)); break;
        }
    }

    /// <summary>The written form of a single value: a day, an instant, an id, a code, a text.</summary>
    public static string ToText(PropertyType type, PropertyValue value) => type switch
    {
        PropertyType.Date => value.ToDate().ToString("O", CultureInfo.InvariantCulture),
        PropertyType.Instant => value.ToInstant().UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture),
        PropertyType.Id => value.ToId().ToString(),
        PropertyType.Boolean => value.Integer != 0 ? "true" : "false",
        _ => value.ToString(),
    };

    /// <summary>Reads one value of the type; false where the JSON does not have its form. Null is no value.</summary>
    public static bool TryRead(JsonElement json, PropertyType type, out PropertyValue value)
    {
        value = default;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.True or JsonValueKind.False when type == PropertyType.Boolean:
                value = PropertyValue.Of(json.GetBoolean());
                return true;
            case JsonValueKind.Number when type == PropertyType.Integer && json.TryGetInt64(out var integer):
                value = PropertyValue.Of(integer);
                return true;
            case JsonValueKind.Number when type == PropertyType.Number && json.TryGetDouble(out var number)
                && double.IsFinite(number):
                value = PropertyValue.Of(number);
                return true;
            case JsonValueKind.Array when type >= PropertyType.TextList:
                value = json.GetArrayLength() == 0 ? default : PropertyValue.Of(Compact(json));
                return true;
            case JsonValueKind.String:
                return TryReadText(json.GetString()!, type, out value);
            default:
                return false;
        }
    }

    /// <summary>Reads the written form of a single value other than a number or a list.</summary>
    public static bool TryReadText(string text, PropertyType type, out PropertyValue value)
    {
        value = default;
        switch (type)
        {
            case PropertyType.Text or PropertyType.Code:
                value = PropertyValue.Of(text);
                return true;
            case PropertyType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var day):
                value = PropertyValue.Of(day);
                return true;
            case PropertyType.Instant when TryReadInstant(text, out var at):
                value = PropertyValue.Of(at);
                return true;
            case PropertyType.Id when RecordId.TryParse(text, out var id):
                value = PropertyValue.Of(id);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A JSON array without white space, escapes as we write them, so that equal lists are equal text.</summary>
    public static string Compact(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // With an offset or Z, to any fraction of a second; kept to the millisecond.
    private static bool TryReadInstant(string text, out DateTimeOffset at)
    {
        at = default;
        if (text.Length < 20 || text[10] != 'T' || !(text[^1] == 'Z' || text[^6] is '+' or '-'))
        {
            return false;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at))
        {
            return false;
        }

        at = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        return true;
    }
}
