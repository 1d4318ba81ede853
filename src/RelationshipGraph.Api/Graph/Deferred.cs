using GraphQL.DataLoader;

namespace RelationshipGraph.Api.Graph;

/// <summary>
/// A value that has been asked for. The engine takes it only after every other field of the level has asked for its own, so that
/// all are read together. It may turn out to be deferred again.
/// </summary>
internal sealed class Deferred(Func<Task<object?>> take) : IDataLoaderResult
{
    // The session ends its reads by itself at the request's deadline.
    public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => take();
}
