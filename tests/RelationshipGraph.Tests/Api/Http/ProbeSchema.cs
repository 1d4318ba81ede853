using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Api.Http;

/// <summary>A schema that does what tests of the transport need: it answers, fails, waits and counts.</summary>
internal sealed class ProbeSchema : Schema
{
    /// <summary>What no answer and no log line may hold.</summary>
    public const string Secret = "Anna Berg, /srv/secret/graph.db, SELECT name FROM employee";

    private int _count;

    public ProbeSchema()
    {
        var item = new ObjectGraphType { Name = "Item" };
        item.Field<NonNullGraphType<StringGraphType>>("name").Resolve(_ => "item");
        item.Field("item", item).Resolve(_ => new object());
        item.Field("items", new ListGraphType(new NonNullGraphType(item))).Resolve(_ => Array.Empty<object>());

        var connection = new ObjectGraphType { Name = "ItemConnection" };
        connection.Field("nodes", new NonNullGraphType(new ListGraphType(item))).Resolve(_ => Array.Empty<object>());

        var query = new ObjectGraphType { Name = "Query" };
        query.Field<NonNullGraphType<StringGraphType>>("hello").Resolve(_ => "world");
        query.Field<StringGraphType>("echo").Argument<NonNullGraphType<IntGraphType>>("number")
            .Resolve(c => $"'{c.GetArgument<int>("number")}'");
        query.Field("item", item).Resolve(_ => new object());
        query.Field("all", new ListGraphType(item)).Resolve(_ => Array.Empty<object>());
        query.Field("nodes", new ListGraphType(item)).Argument<ListGraphType<IdGraphType>>("ids")
            .Resolve(_ => Array.Empty<object>());
        query.Field("items", connection).Argument<IntGraphType>("first").Argument<IntGraphType>("last")
            .Resolve(_ => new object());
        query.Field<StringGraphType>("broken").Resolve(_ => throw new InvalidOperationException(Secret));
        query.Field<StringGraphType>("busy")
            .Resolve(_ => throw new StoreBusyException("SQLite", new InvalidOperationException(Secret)));
        query.Field<StringGraphType>("asked")
            .Resolve(_ => throw new RequestException(Problem.Of(ProblemCode.BadCursor, "after")));
        query.Field<StringGraphType>("reported").Resolve(c =>
        {
            c.Errors.Add(ErrorMapper.ErrorOf(Problem.Of(ProblemCode.Forbidden, "name")));
            return null;
        });
        query.Field<StringGraphType>("slow").ResolveAsync(async c =>
        {
            SlowBegun.TrySetResult();
            await Task.Delay(Timeout.Infinite, c.CancellationToken);
            return null;
        });
        query.Field("viewer", ViewerType()).Resolve(c => AnswerContext.Of(c).Session.Viewer);

        var mutation = new ObjectGraphType { Name = "Mutation" };
        mutation.Field<NonNullGraphType<IntGraphType>>("count").Resolve(_ => Interlocked.Increment(ref _count));

        Query = query;
        Mutation = mutation;
    }

    /// <summary>Done when the field that waits for its end was first asked.</summary>
    public TaskCompletionSource SlowBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A server with this schema.</summary>
    public static ApiServer Serve(params (string Name, string Value)[] settings) => Serve("Production", settings);

    /// <summary>A server with this schema in another environment.</summary>
    public static ApiServer Serve(string environment, params (string Name, string Value)[] settings) =>
        new(environment, settings) { Replace = Register };

    /// <summary>Puts this schema in the place of the product's.</summary>
    public static void Register(IServiceCollection services)
    {
        services.RemoveAll<ISchema>();
        services.AddSingleton<ISchema, ProbeSchema>();
    }

    private static ObjectGraphType<Viewer> ViewerType()
    {
        var type = new ObjectGraphType<Viewer> { Name = "Viewer" };
        type.Field<ListGraphType<StringGraphType>>("roles").Resolve(c => RoleNames.Of(c.Source.Roles));
        type.Field<StringGraphType>("employeeId")
            .Resolve(c => c.Source.Employee is { IsNone: false } employee ? employee.ToString() : null);
        type.Field<StringGraphType>("actor").Resolve(c => c.Source.Actor);
        return type;
    }
}
