using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Storage.Contract;

/// <summary>A store that a test works on. Disposing it ends all its instances and removes what it kept.</summary>
public interface IStoreUnderTest : IAsyncDisposable
{
    /// <summary>The instance in use.</summary>
    IGraphStore Store { get; }

    /// <summary>A further instance on the same data, as another process would have it.</summary>
    Task<IGraphStore> OpenAnotherAsync();

    /// <summary>Ends the instance in use and opens the data anew.</summary>
    Task ReopenAsync();
}
