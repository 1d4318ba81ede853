using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace RelationshipGraph.Api.Graph;

/// <summary>A whole number that every client can hold exactly.</summary>
internal sealed class LongType : ScalarGraphType
{
    private const long Greatest = (1L << 53) - 1;

    public LongType()
    {
        Name = "Long";
        Description = "A whole number from -9007199254740991 to 9007199254740991: what JavaScript and JSON numbers hold exactly.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLIntValue number => Parse(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        int number => (long)number,
        long number when number is >= -Greatest and <= Greatest => number,
        double number when number is >= -Greatest and <= Greatest && Math.Truncate(number) == number => (long)number,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        int number => (long)number,
        long number when number is >= -Greatest and <= Greatest => number,
        _ => ThrowSerializationError(value),
    };

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number is >= -Greatest and <= Greatest ? number : null;
}
