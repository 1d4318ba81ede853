using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RelationshipGraph.Problems;
using RelationshipGraph.Text;

namespace RelationshipGraph.Model;

/// <summary>
/// The one place where a value is held against what its property allows. Every door calls it; stores trust it was called.
/// </summary>
public static partial class PropertyCheck
{
    /// <summary>What is wrong with the value, or null. A text must already be in NFC.</summary>
    public static Problem? Of(PropertyModel property, PropertyValue value)
    {
        ArgumentNullException.ThrowIfNull(property);
        if (value.IsNothing)
        {
            return property.IsNullable || property.IsList ? null : Problem.Of(ProblemCode.Required, property.Name);
        }

        return property.IsList ? OfList(property, value.Text) : OfSingle(property, property.Type, value, property.Name);
    }

    private static Problem? OfSingle(PropertyModel property, PropertyType type, PropertyValue value, string path) => type switch
    {
        PropertyType.Text => OfText(property, value.Text, path),
        PropertyType.Code => property.Codes.Any(c => c.Name == value.Text)
            ? null
            : Problem.Of(ProblemCode.UnknownCode, path, ("value", Shown(value.Text)), ("allowed", CodesOf(property))),
        PropertyType.Integer => OfNumber(property, value.Integer, path),
        PropertyType.Number => OfNumber(property, value.Number, path),
        PropertyType.Id => OfId(property, value, path),
        PropertyType.Date => value.Integer is >= -719_162 and <= 2_932_896 ? null : Malformed(path, "YYYY-MM-DD"),
        PropertyType.Instant => value.Integer is >= -62_135_596_800_000 and <= 253_402_300_799_999
            ? null
            : Malformed(path, "YYYY-MM-DDTHH:MM:SSZ"),
        _ => null,
    };

    private static Problem? OfText(PropertyModel property, string text, string path)
    {
        if (text.Length > property.LengthMax)
        {
            return Problem.Of(ProblemCode.TooLong, path, ("max", property.LengthMax.ToString(CultureInfo.InvariantCulture)));
        }

        if (!Normal.IsWellFormed(text))
        {
            return Problem.Of(ProblemCode.BadText, path);
        }

        if (property.IsRequired && string.IsNullOrWhiteSpace(text))
        {
            return Problem.Of(ProblemCode.Required, path);
        }

        return property.Format switch
        {
            TextFormat.Email when !Email().IsMatch(text) => Malformed(path, "name@example.dk"),
            TextFormat.Domain when !Domain().IsMatch(text) => Malformed(path, "example.dk"),
            TextFormat.Currency when !Currency().IsMatch(text) => Malformed(path, "DKK"),
            TextFormat.Country when !Country().IsMatch(text) => Malformed(path, "DK"),
            _ => null,
        };
    }

    private static Problem? OfNumber(PropertyModel property, double number, string path) =>
        number >= property.Min && number <= property.Max
            ? null
            : Problem.Of(ProblemCode.OutOfRange, path,
                ("min", property.Min.ToString(CultureInfo.InvariantCulture)),
                ("max", property.Max.ToString(CultureInfo.InvariantCulture)));

    private static Problem? OfId(PropertyModel property, PropertyValue value, string path) =>
        property.Refers.Count == 0 || property.Refers.Contains(value.ToId().Kind)
            ? null
            : Problem.Of(ProblemCode.WrongKind, path, ("allowed", string.Join(", ", property.Refers)));

    private static Problem? OfList(PropertyModel property, string text)
    {
        using var json = JsonDocument.Parse(text);
        if (json.RootElement.GetArrayLength() > Limits.ListMax)
        {
            return Problem.Of(ProblemCode.TooMany, property.Name, ("max", Limits.ListMax.ToString(CultureInfo.InvariantCulture)));
        }

        var position = 0;
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{property.Name}.{position++}");
            var problem = property.Document is { } document ? OfDocument(document, entry, path) : OfEntry(property, entry, path);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? OfEntry(PropertyModel property, JsonElement entry, string path)
    {
        var type = property.Type switch
        {
            PropertyType.IdList => PropertyType.Id,
            PropertyType.CodeList => PropertyType.Code,
            _ => PropertyType.Text,
        };
        return entry.ValueKind == JsonValueKind.String && PropertyJson.TryRead(entry, type, out var value)
            ? OfSingle(property, type, value, path)
            : Malformed(path, type.ToString());
    }

    private static Problem? OfDocument(DocumentModel document, JsonElement entry, string path)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return Malformed(path, document.Name);
        }

        foreach (var field in entry.EnumerateObject())
        {
            if (document.Properties.All(p => p.Name != field.Name))
            {
                return Malformed($"{path}.{Shown(field.Name)}", document.Name);
            }
        }

        foreach (var property in document.Properties)
        {
            var value = default(PropertyValue);
            if (entry.TryGetProperty(property.Name, out var field) && !PropertyJson.TryRead(field, property.Type, out value))
            {
                return Malformed($"{path}.{property.Name}", property.Type.ToString());
            }

            if (Of(property, value) is { } problem)
            {
                return problem.Under(path);
            }
        }

        return null;
    }

    private static Problem Malformed(string path, string form) => Problem.Of(ProblemCode.Malformed, path, ("form", form));

    private static string CodesOf(PropertyModel property) => string.Join(", ", property.Codes.Select(c => c.Name));

    // What a caller sent, short enough to be read in an error.
    private static string Shown(string text) => text.Length <= 60 ? text : text[..60];

    [GeneratedRegex(@"^[^\s@""<>,;]{1,64}@[^\s@""<>,;]{1,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"^(?=.{1,253}\z)([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Country();
}
