using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage;

/// <summary>The reference store, held to the contract as every other.</summary>
public sealed class ReferencePlace : IStorePlace
{
    public static Task<IStoreUnderTest> OpenEmptyAsync() => Task.FromResult<IStoreUnderTest>(new Place());

    private sealed class Place : IStoreUnderTest
    {
        private readonly ReferenceMemory _memory = new();

        public Place() => Store = new ReferenceGraphStore(_memory);

        public IGraphStore Store { get; private set; }

        public Task<IGraphStore> OpenAnotherAsync() => Task.FromResult<IGraphStore>(new ReferenceGraphStore(_memory));

        public Task ReopenAsync()
        {
            Store = new ReferenceGraphStore(_memory);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
