using System.Text;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Storage;

/// <summary>
/// Valid values for any property, from small pools, so that values meet: equal ones, ones that differ by a letter, a case, an
/// accent or a code point beyond the basic plane, ones at the ends of their range.
/// </summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] Words =
    [
        "Søren", "Sören", "Soeren", "Soren", "Åse", "Aase", "Ase", "åse", "Ærø", "Aeroe", "ærø", "Zoë", "zoe", "Nord", "nord",
        "Nordlys", "NORDLYS", "Øst", "øster", "VL", "42", "VL-42", "a", "æ", "A/S", "100%", "_", "[x]*", "'", "\"", "\\", "Ōsaka",
        "😀", "\uFFFD", "日本", "Łódź", "e\u0301\u0323", "O'Brien", "tab\there", "Straße", "i", "İ", "ﬁn",
    ];

    private static readonly string[] Domains = ["nordlys.dk", "åse.dk", "øst.example.com"];
    private static readonly string[] Emails = ["anna@nordlys.dk", "Bo.Lind@øst.example.com", "søren+1@åse.dk"];
    private static readonly string[] Currencies = ["DKK", "EUR", "SEK"];
    private static readonly string[] Countries = ["DK", "SE", "NO"];

    public Random Random { get; } = random;

    public bool Chance(int percent) => Random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Random.Next(from.Count)];

    /// <summary>One to three words, in NFC.</summary>
    public string Text() => string.Join(' ', Enumerable.Range(0, 1 + Random.Next(3)).Select(_ => Pick(Words)))
        .Normalize(NormalizationForm.FormC);

    public DateOnly Day() => Random.Next(60) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        2 => new DateOnly(1969, 12, 31),
        _ => new DateOnly(2025, 12, 20).AddDays(Random.Next(40)),
    };

    public DateTimeOffset Instant() => Random.Next(40) switch
    {
        0 => new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
        1 => new DateTimeOffset(Day(), TimeOnly.MinValue, TimeSpan.Zero),
        _ => new DateTimeOffset(2025, 12, 20, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(Random.NextInt64(40L * 86_400_000)),
    };

    /// <summary>A value the property allows; nothing only where it may be absent.</summary>
    /// <param name="property">The property.</param>
    /// <param name="ids">What an id may name, by kind.</param>
    /// <param name="presentPercent">How often what may be absent is there.</param>
    public PropertyValue Of(PropertyModel property, Func<RecordKind, RecordId> ids, int presentPercent = 60)
    {
        if (!property.IsRequired && (property.IsNullable || property.IsList) && !Chance(presentPercent))
        {
            return default;
        }

        return property.IsList
            ? List(property, ids)
            : Single(property, property.Type, ids, isText: property.IsRequired || property.IsName);
    }

    private PropertyValue Single(PropertyModel property, PropertyType type, Func<RecordKind, RecordId> ids, bool isText) =>
        type switch
        {
            PropertyType.Text => PropertyValue.Of(Text(property, isText)),
            PropertyType.Code => PropertyValue.Of(Pick(property.Codes).Name),
            PropertyType.Integer => PropertyValue.Of((long)Number(property, whole: true)),
            PropertyType.Number => PropertyValue.Of(Number(property, whole: false)),
            PropertyType.Boolean => PropertyValue.Of(Chance(50)),
            PropertyType.Date => PropertyValue.Of(Day()),
            PropertyType.Instant => PropertyValue.Of(Instant()),
            PropertyType.Id => PropertyValue.Of(ids(Pick(property.Refers))),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private string Text(PropertyModel property, bool isText) => property.Format switch
    {
        TextFormat.Domain => Pick(Domains),
        TextFormat.Email => Pick(Emails),
        TextFormat.Currency => Pick(Currencies),
        TextFormat.Country => Pick(Countries),
        _ when !isText && Chance(5) => string.Empty,
        _ when property.LengthMax > 1_000 && Chance(3) => string.Concat(Enumerable.Repeat("æøå ", property.LengthMax / 4)),
        _ => Text(),
    };

    private double Number(PropertyModel property, bool whole)
    {
        var min = Math.Max(property.Min, -1e15);
        var max = Math.Min(property.Max, 1e15);
        var number = Random.Next(10) switch
        {
            0 => min,
            1 => max,
            2 => min + ((max - min) * Random.NextDouble()),
            3 when !whole => Math.Clamp(0.1 + 0.2, min, max),
            _ => Math.Clamp(Random.Next(5) / (whole ? 1 : 4.0), min, max),
        };
        return whole ? Math.Floor(number) : number;
    }

    private PropertyValue List(PropertyModel property, Func<RecordKind, RecordId> ids)
    {
        var count = 1 + Random.Next(3);
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream, PropertyJson.Options))
        {
            json.WriteStartArray();
            for (var i = 0; i < count; i++)
            {
                Entry(json, property, ids);
            }

            json.WriteEndArray();
        }

        return PropertyValue.Of(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private void Entry(System.Text.Json.Utf8JsonWriter json, PropertyModel property, Func<RecordKind, RecordId> ids)
    {
        if (property.Document is not { } document)
        {
            var type = property.Type switch
            {
                PropertyType.CodeList => PropertyType.Code,
                PropertyType.IdList => PropertyType.Id,
                _ => PropertyType.Text,
            };
            PropertyJson.Write(json, type, Single(property, type, ids, isText: true));
            return;
        }

        json.WriteStartObject();
        foreach (var field in document.Properties)
        {
            var value = Of(field, ids);
            if (!value.IsNothing)
            {
                json.WritePropertyName(field.Name);
                PropertyJson.Write(json, field.Type, value);
            }
        }

        json.WriteEndObject();
    }
}
