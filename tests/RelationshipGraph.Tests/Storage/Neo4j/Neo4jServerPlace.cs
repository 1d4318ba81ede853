using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Neo4j;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Neo4j;

/// <summary>A Neo4j store on the disposable server, which is emptied first. The schema stays from one test to the next.</summary>
public sealed class Neo4jServerPlace : IStorePlace
{
    private static readonly string[] Emptying =
    [
        "MATCH (n) WHERE NOT n:Record AND NOT n:Change AND NOT n:Sequence AND NOT n:Store DETACH DELETE n",
        "MATCH (n:Record) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS",
        "MATCH (c:Change) CALL (c) { DELETE c } IN TRANSACTIONS OF 10000 ROWS",
        "MATCH (q:Sequence {name: 'changes'}) SET q.value = 0, q.applied = 0",
    ];

    public static int QuestionsInAHundred => 6;

    public static async Task<IStoreUnderTest> OpenEmptyAsync()
    {
        Skip.If(Neo4jServer.WhatIsMissing is not null, Neo4jServer.WhatIsMissing);
        await using (var transport = Neo4jServer.Connect())
        {
            foreach (var statement in Emptying)
            {
                await transport.RunAloneAsync(CypherAccess.Write, new CypherStep(statement), CancellationToken.None);
            }
        }

        var place = new Place();
        await place.ReopenAsync();
        return place;
    }

    private sealed class Place : IStoreUnderTest
    {
        private readonly List<IGraphStore> _open = [];

        public IGraphStore Store { get; private set; } = null!;

        public async Task<IGraphStore> OpenAnotherAsync()
        {
            var store = await Neo4jGraphStore.OpenAsync(
                Neo4jServer.Connect(), Neo4jOpenMode.Create, TimeProvider.System, CancellationToken.None);
            _open.Add(store);
            return store;
        }

        public async Task ReopenAsync()
        {
            if (Store is not null)
            {
                _open.Remove(Store);
                await Store.DisposeAsync();
            }

            Store = await OpenAnotherAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var store in _open)
            {
                await store.DisposeAsync();
            }
        }
    }
}
