using GraphQL.Resolvers;
using GraphQL.Types;

namespace RelationshipGraph.Api.Graph;

/// <summary>Shorter words for what every builder of types does.</summary>
internal static class TypeBuilding
{
    /// <summary>The type, never null.</summary>
    public static IGraphType NonNull(this IGraphType type) => new NonNullGraphType(type);

    /// <summary>A list, never null, of the type, never null.</summary>
    public static IGraphType ListOf(this IGraphType type) => new NonNullGraphType(new ListGraphType(new NonNullGraphType(type)));

    /// <summary>A list that may be left out, of the type, never null.</summary>
    public static IGraphType OptionalListOf(this IGraphType type) => new ListGraphType(new NonNullGraphType(type));

    /// <summary>Adds a field.</summary>
    public static void Add(
        this IComplexGraphType type, string name, IGraphType of, string description, IFieldResolver? resolver = null,
        QueryArguments? arguments = null) =>
        type.AddField(new FieldType
        {
            Name = name,
            ResolvedType = of,
            Description = description,
            Resolver = resolver,
            Arguments = arguments,
        });

    /// <summary>An argument.</summary>
    public static QueryArgument Argument(string name, IGraphType of, string description) =>
        new(of) { Name = name, Description = description };
}
