using RelationshipGraph.Model;
using RelationshipGraph.Text;

namespace RelationshipGraph.Api.Graph;

/// <summary>Turns what the scalars took in into stored values.</summary>
internal static class InputValues
{
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
                when number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) is var real && double.IsFinite(real):
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
}
