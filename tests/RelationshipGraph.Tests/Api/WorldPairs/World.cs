using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Model;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Core.Sessions;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>The schema, the door and a store in this process; errors are written as the server writes them.</summary>
internal sealed class World : IWorld
{
    private static readonly GraphQLSerializer Serializer = new(new MappedErrorInfo());
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddGraphSchema()
        .AddGraphQL(_ => { })
        .BuildServiceProvider();

    private readonly IGraphStore _store;
    private readonly bool _validates;
    private readonly SessionDoor _door;
    private readonly FailureLines _failures = new();

    private World(IGraphStore store, bool validates)
    {
        (_store, _validates) = (store, validates);
        var time = Some.TimeAt(OpenDoor.Now);
        _door = new SessionDoor(store, new RecordIds(time, new Random(11)), Some.CommitId, time);
    }

    /// <summary>The schema of every world.</summary>
    public static ISchema Schema { get; } = Services.GetRequiredService<ISchema>();

    /// <summary>Fills an empty store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="records">All that will be in it.</param>
    /// <param name="validates">Whether documents are validated; one of two worlds that are asked the same is enough.</param>
    public static async Task<World> OpenAsync(IGraphStore store, IReadOnlyList<Record> records, bool validates)
    {
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(Some.Creating(records), Some.NoToken));
        return new World(store, validates);
    }

    public async Task<string> AskAsync(Viewer viewer, string document, bool isDanish)
    {
        var session = await _door.OpenAsync(viewer, asOf: null, Some.NoToken);
        var result = await Services.GetRequiredService<IDocumentExecuter<ISchema>>().ExecuteAsync(new ExecutionOptions
        {
            Query = document,
            RequestServices = Services,
            ValidationRules = _validates ? null : [],
            UserContext = new AnswerContext(session, isDanish),
        });
        if (result.Errors is { Count: > 0 } errors)
        {
            result.Errors = new ErrorMapper(_failures).Map(errors, isDanish, "trace");
        }

        return Serializer.Serialize(result) + _failures.Take();
    }

    public async ValueTask DisposeAsync()
    {
        await _door.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>What the log says of faults, so that a failing test can show it.</summary>
    private sealed class FailureLines : ILogger<ErrorMapper>
    {
        private string _lines = string.Empty;

        public string Take()
        {
            var taken = _lines;
            _lines = string.Empty;
            return taken;
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines += "\n" + formatter(state, exception);
    }
}
