using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace RelationshipGraph.Api.Graph;

/// <summary>A calendar day. Taken as <see cref="DateOnly"/>; given as it is written.</summary>
internal sealed class DateType : ScalarGraphType
{
    private const string Form = "yyyy-MM-dd";

    public DateType()
    {
        Name = "Date";
        Description = "A calendar day, written YYYY-MM-DD, from 0001-01-01 to 9999-12-31.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateOnly day => day,
        string text => Parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        string written => written,
        DateOnly day => day.ToString(Form, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
