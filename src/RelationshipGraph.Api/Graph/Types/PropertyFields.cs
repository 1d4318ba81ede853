using GraphQL;
using GraphQL.Resolvers;
using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>A property of a record.</summary>
internal sealed class PropertyField(PropertyModel property) : IFieldResolver
{
    private readonly Func<PropertyValue, object?> _shape = ValueShapes.Of(property);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var seen = (Seen)context.Source!;
        var value = property.Get(seen.Record);
        return new(property.Document is null ? _shape(value) : DocumentRow.Of(seen, value));
    }
}

/// <summary>The records that a property names, read together with those that other records name.</summary>
internal sealed class ReferenceField(PropertyModel property) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var seen = (Seen)context.Source!;
        return new(Of(seen, property, property.Get(seen.Record)));
    }

    /// <summary>What the value names, seen in the same session.</summary>
    public static object? Of(Seen seen, PropertyModel property, PropertyValue value) =>
        property.IsList ? seen.Others(ValueShapes.IdsOf(value))
        : value.IsNothing || value.Integer == 0 ? null
        : seen.Other(value.ToId());
}
