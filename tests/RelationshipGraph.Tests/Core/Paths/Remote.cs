using RelationshipGraph.Indexing;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Tests.Core.Paths;

/// <summary>A store's graph as it is asked where it is not held in memory.</summary>
internal static class Remote
{
    public static async Task<RemoteGraph> OfAsync(IGraphStore store)
    {
        // It lives as long as the store.
        var index = await GraphIndex.OpenAsync(store, null, IndexParts.Contacts, Some.NoToken);
        return new RemoteGraph(store, index.CatchUpAsync);
    }
}
