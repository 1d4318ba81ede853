using System.Text.Json;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>Turns stored values into what the scalars give out.</summary>
internal static class ValueShapes
{
    private static readonly string[] NoTexts = [];

    /// <summary>The shape of a property's values; absent values become null, absent lists empty.</summary>
    public static Func<PropertyValue, object?> Of(PropertyModel property) => property.Type switch
    {
        PropertyType.Text or PropertyType.Code => v => v.IsNothing ? null : v.Text,
        PropertyType.Integer when IsInt(property) => v => v.IsNothing ? null : (int)v.Integer,
        PropertyType.Integer => v => v.IsNothing ? null : v.Integer,
        PropertyType.Number => v => v.IsNothing ? null : v.Number,
        PropertyType.Boolean => v => v.IsNothing ? null : v.Integer != 0,
        PropertyType.Date or PropertyType.Instant or PropertyType.Id => v => v.IsNothing
            ? null
            : PropertyJson.ToText(property.Type, v),
        _ => TextsOf,
    };

    /// <summary>Whether a whole number always fits 32 bits.</summary>
    public static bool IsInt(PropertyModel property) => property.Min >= int.MinValue && property.Max <= int.MaxValue;

    /// <summary>The ids of a list of ids.</summary>
    public static IEnumerable<RecordId> IdsOf(PropertyValue value)
    {
        foreach (var text in TextsOf(value))
        {
            if (RecordId.TryParse(text, out var id))
            {
                yield return id;
            }
        }
    }

    private static string[] TextsOf(PropertyValue value) =>
        value.IsNothing ? NoTexts : JsonSerializer.Deserialize<string[]>(value.Text)!;
}
