using RelationshipGraph.Sessions;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>A graph behind the API.</summary>
internal interface IWorld : IAsyncDisposable
{
    /// <summary>What a viewer is answered, errors and all, without trace ids.</summary>
    Task<string> AskAsync(Viewer viewer, string document, bool isDanish);
}
