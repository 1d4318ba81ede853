using GraphQL.Types;
using GraphQLParser.AST;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>An instant. Taken as <see cref="DateTimeOffset"/>, UTC, to the millisecond; given as it is written.</summary>
internal sealed class InstantType : ScalarGraphType
{
    public InstantType()
    {
        Name = "DateTime";
        Description = "An instant in UTC, written YYYY-MM-DDTHH:MM:SS.fffZ. Taken with any offset and any fraction of a second; "
            + "kept to the millisecond.";
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
        DateTimeOffset at => at,
        string text => Parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        string written => written,
        DateTimeOffset at => PropertyJson.ToText(PropertyType.Instant, PropertyValue.Of(at)),
        _ => ThrowSerializationError(value),
    };

    private static DateTimeOffset? Parse(string text) =>
        PropertyJson.TryReadText(text, PropertyType.Instant, out var value) ? value.ToInstant() : null;
}
