using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Sessions;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>The schema over a store, asked in process.</summary>
internal sealed class OpenGraph : IDisposable
{
    private static readonly GraphQLSerializer Serializer = new();
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddGraphSchema()
        .AddGraphQL(_ => { })
        .BuildServiceProvider();

    /// <summary>An object type of the schema.</summary>
    public static IObjectGraphType TypeOf(string name) =>
        (IObjectGraphType)Services.GetRequiredService<ISchema>().AllTypes[name]!;

    private readonly IStoreUnderTest? _place;

    private OpenGraph(IStoreUnderTest? place)
    {
        _place = place;
        Door = new OpenDoor(place?.Store);
    }

    public OpenDoor Door { get; }

    /// <summary>The schema over a store in memory.</summary>
    public static OpenGraph InMemory() => new(null);

    /// <summary>The schema over an empty store of a sort.</summary>
    public static OpenGraph On<TPlace>()
        where TPlace : IStorePlace => new(TPlace.OpenEmptyAsync().GetAwaiter().GetResult());

    /// <summary>Stores Anna, Bent and Carl, and more.</summary>
    public async Task<OpenGraph> WithAsync(params IReadOnlyList<Record> records)
    {
        await Door.WithAsync(records);
        return this;
    }

    /// <summary>Asks as an administrator.</summary>
    public Task<Answer> AskAsync(string query, object? variables = null) =>
        AskAsync(OpenDoor.Administrator, query, variables);

    public async Task<Answer> AskAsync(Viewer viewer, string query, object? variables = null, bool isDanish = false)
    {
        return await AnswerAsync(await Door.OpenAsync(viewer), query, variables, isDanish);
    }

    /// <summary>What the schema answers in a session.</summary>
    public static async Task<Answer> AnswerAsync(Session session, string query, object? variables = null, bool isDanish = false)
    {
        var result = await Services.GetRequiredService<IDocumentExecuter<ISchema>>().ExecuteAsync(new ExecutionOptions
        {
            Query = query,
            Variables = variables is null ? Inputs.Empty : Serializer.Deserialize<Inputs>(JsonSerializer.Serialize(variables))!,
            RequestServices = Services,
            UserContext = new AnswerContext(session, isDanish),
        });
        using var json = JsonDocument.Parse(Serializer.Serialize(new ExecutionResult
        {
            Data = result.Data,
            Executed = result.Executed,
        }));
        var data = json.RootElement.TryGetProperty("data", out var found) ? found.Clone() : default;
        return new Answer(data, [.. (result.Errors ?? []).Select(ErrorOf)]);
    }

    public void Dispose()
    {
        Door.Dispose();
        _place?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static AnsweredError ErrorOf(ExecutionError error) => error.InnerException is RequestException request
        ? new(request.Code, request.Problem.Path, PathOf(error))
        : new(error.InnerException?.ToString() ?? $"{error.Code}: {error.Message}", string.Empty, PathOf(error));

    private static string PathOf(ExecutionError error) => string.Join('.', error.Path ?? []);
}
