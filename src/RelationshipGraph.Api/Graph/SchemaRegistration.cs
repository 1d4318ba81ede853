using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace RelationshipGraph.Api.Graph;

/// <summary>Registers the schema.</summary>
internal static class SchemaRegistration
{
    /// <summary>
    /// Adds the one <see cref="ISchema"/>, made when it is first asked for: a host asks at its start. Each request gives the
    /// engine an <see cref="AnswerContext"/> as its user context.
    /// </summary>
    public static IServiceCollection AddGraphSchema(this IServiceCollection services) =>
        services
            .AddSingleton<ISchema>(_ => ModelSchema.Create())
            .AddSingleton(new ExecutionStrategyRegistration(new OneAfterTheOther(), OperationType.Mutation));
}
