using System.Globalization;
using System.Text;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>What the schema says about a property, in full sentences.</summary>
internal static class Descriptions
{
    /// <summary>A record of the kind, with its article: <c>an Idea</c>.</summary>
    public static string One(RecordModel model) => ("AEIOU".Contains(model.Name[0], StringComparison.Ordinal) ? "an " : "a ")
        + model.Name;

    /// <summary>Meaning, unit, range, form and privacy class.</summary>
    public static string Of(PropertyModel property)
    {
        var text = new StringBuilder(property.Meaning);
        if (property.Unit is { } unit)
        {
            text.Append(CultureInfo.InvariantCulture, $" Unit: {unit}.");
        }

        Append(text, RangeOf(property));
        Append(text, FormOf(property));
        Append(text, property.IsStep ? "Set by the named steps; directly by administrators only." : null);
        Append(text, property.Privacy switch
        {
            Privacy.Personal => "Personal data.",
            Privacy.Participants => "Personal data: shown to the participants and administrators only.",
            _ => null,
        });
        return text.ToString();
    }

    /// <summary>The same for a property that names other records and is shown as these.</summary>
    public static string OfReference(PropertyModel property) =>
        Of(property) + (property.IsList ? " Without those that are gone or hidden." : " Null where it is gone or hidden.");

    private static string? RangeOf(PropertyModel property)
    {
        if (property.Type is not (PropertyType.Integer or PropertyType.Number))
        {
            return property.Type is PropertyType.Text or PropertyType.TextList && property.LengthMax != Limits.ShortTextMax
                ? string.Create(CultureInfo.InvariantCulture, $"At most {property.LengthMax} characters.")
                : null;
        }

        var hasMin = double.IsFinite(property.Min) && property.Min > int.MinValue;
        var hasMax = double.IsFinite(property.Max) && property.Max != int.MaxValue;
        var (min, max) = (Written(property.Min), Written(property.Max));
        return (hasMin, hasMax) switch
        {
            (true, true) => $"From {min} to {max}.",
            (true, false) => $"At least {min}.",
            (false, true) => $"At most {max}.",
            _ => null,
        };
    }

    private static string? FormOf(PropertyModel property) => property.Format switch
    {
        TextFormat.Email => "Written name@example.dk.",
        TextFormat.Domain => "Written example.dk.",
        TextFormat.Currency => "ISO 4217: three capital letters.",
        TextFormat.Country => "ISO 3166-1: two capital letters.",
        _ => null,
    };

    private static string Written(double number) => Math.Abs(number) < 1e16 && Math.Truncate(number) == number
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string? sentence)
    {
        if (sentence is not null)
        {
            text.Append(' ').Append(sentence);
        }
    }
}
