using System.Globalization;
using System.Text;
using System.Text.Json;
using RelationshipGraph.Importing.Files;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Text;

namespace RelationshipGraph.Importing.Tables;

/// <summary>
/// The fields of one row as values. An empty field is no value; the first that cannot be read is the row's problem.
/// </summary>
internal sealed class SourceRow(CsvRows rows)
{
    /// <summary>The first problem of the row.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Turns to the row that was read last.</summary>
    public void Begin() => Problem = rows.Problem;

    public void Refuse(Problem problem) => Problem ??= problem;

    /// <summary>The field's text, trimmed and composed.</summary>
    public string? Text(Column column)
    {
        if (!column.IsThere || Problem is not null)
        {
            return null;
        }

        var text = rows[column.Index].Trim();
        if (text.Length == 0 || Ascii.IsValid(text))
        {
            return text.Length == 0 ? null : WithoutNul(text, column);
        }

        if (text.Contains(CsvRows.NotText, StringComparison.Ordinal))
        {
            Refuse(Problem.Of(ProblemCode.WrongEncoding, column.Name));
            return null;
        }

        if (!Normal.IsWellFormed(text))
        {
            Refuse(Problem.Of(ProblemCode.BadText, column.Name));
            return null;
        }

        return Normal.Nfc(text);
    }

    /// <summary>The field's text, which must be there and short enough for an id.</summary>
    public string Id(Column column)
    {
        var text = Text(column);
        if (text is null)
        {
            Refuse(Problem.Of(ProblemCode.Required, column.Name));
        }
        else if (text.Length > Limits.ShortTextMax)
        {
            Refuse(Problem.Of(ProblemCode.TooLong, column.Name, ("max", Write(Limits.ShortTextMax))));
        }

        return text ?? string.Empty;
    }

    /// <summary>The day; an instant gives its UTC day.</summary>
    public DateOnly? Day(Column column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var isRead = PropertyJson.TryReadText(text, PropertyType.Date, out var value);
        if (isRead)
        {
            return value.ToDate();
        }

        if (PropertyJson.TryReadText(text, PropertyType.Instant, out value))
        {
            return DateOnly.FromDateTime(value.ToInstant().UtcDateTime);
        }

        return Malformed<DateOnly>(column, "YYYY-MM-DD");
    }

    /// <summary>The instant; a day gives its first moment, UTC.</summary>
    public DateTimeOffset? Instant(Column column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (PropertyJson.TryReadText(text, PropertyType.Instant, out var value))
        {
            return value.ToInstant();
        }

        return PropertyJson.TryReadText(text, PropertyType.Date, out value)
            ? new DateTimeOffset(value.ToDate().ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : Malformed<DateTimeOffset>(column, "YYYY-MM-DDTHH:MM:SSZ");
    }

    public double? Number(Column column) => Text(column) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : Malformed<double>(column, "0.75");

    public long? Integer(Column column) => Text(column) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Malformed<long>(column, "12");

    public bool? Truth(Column column) => Text(column)?.ToLowerInvariant() switch
    {
        null => null,
        "1" or "true" or "yes" or "ja" => true,
        "0" or "false" or "no" or "nej" => false,
        _ => Malformed<bool>(column, "0, 1"),
    };

    /// <summary>Several texts with <c>|</c> between them, each once, as the JSON array that is stored.</summary>
    public PropertyValue Texts(Column column) => Text(column) is { } text ? ListOf(Parts(text)) : default;

    public PropertyValue Codes(Column column) => Text(column) is { } text ? ListOf(Parts(text).Select(CodeOf)) : default;

    /// <summary>The value of a property of that type.</summary>
    public PropertyValue Value(Column column, PropertyType type) => type switch
    {
        PropertyType.Text => Of(Text(column)),
        PropertyType.Code => Text(column) is { } code ? PropertyValue.Of(CodeOf(code)) : default,
        PropertyType.Integer => Integer(column) is { } integer ? PropertyValue.Of(integer) : default,
        PropertyType.Number => Number(column) is { } number ? PropertyValue.Of(number) : default,
        PropertyType.Boolean => Truth(column) is { } truth ? PropertyValue.Of(truth) : default,
        PropertyType.Date => Of(Day(column)),
        PropertyType.Instant => Instant(column) is { } at ? PropertyValue.Of(at) : default,
        PropertyType.TextList => Texts(column),
        PropertyType.CodeList => Codes(column),
        _ => default,
    };

    /// <summary>A code as people write it: <c>business exchange</c> is <c>BUSINESS_EXCHANGE</c>.</summary>
    public static string CodeOf(string text) => text.Trim().ToUpperInvariant().Replace(' ', '_').Replace('-', '_');

    public static PropertyValue Of(string? text) => text is null ? default : PropertyValue.Of(text);

    public static PropertyValue Of(DateOnly? day) => day is { } some ? PropertyValue.Of(some) : default;

    /// <summary>The texts as the JSON array that is stored; nothing where there are none.</summary>
    public static PropertyValue ListOf(IEnumerable<string> texts)
    {
        var distinct = texts.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count == 0)
        {
            return default;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, PropertyJson.Options))
        {
            json.WriteStartArray();
            foreach (var text in distinct)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return PropertyValue.Of(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static string[] Parts(string text) =>
        text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string? WithoutNul(string text, Column column)
    {
        if (!text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        Refuse(Problem.Of(ProblemCode.BadText, column.Name));
        return null;
    }

    private T? Malformed<T>(Column column, string form)
        where T : struct
    {
        Refuse(Problem.Of(ProblemCode.Malformed, column.Name, ("form", form)));
        return null;
    }
}
